package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.exp;

import java.util.Optional;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Minus the logarithm of the probability of the right class, from a network that ends with the layer
 * {@code hierarchicalSoftmax}.
 *
 * <p>One step, x being log probabilities:
 * <pre>
 * loss = -x · y
 * </pre>
 * A training step computes the log2(classes) decisions on the way to y, and no others: the same number and gradient.
 *
 * <p>Variant: exact, unlike {@link SampledSoftmaxLoss}.
 *
 * <p>Shapes: x [classes]; target a class index.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: a network that ends otherwise is refused.
 *
 * <p>Source: Morin and Bengio 2005, AISTATS, p. 246.
 */
public final class HierarchicalSoftmaxLoss implements Loss {
    private final Reduction reduction;

    private HierarchicalSoftmaxLoss(Reduction reduction) {
        this.reduction = reduction;
    }

    /** The mean over steps. */
    public static HierarchicalSoftmaxLoss of() {
        return new HierarchicalSoftmaxLoss(Reduction.MEAN);
    }

    /** The same with steps averaged or summed. */
    public HierarchicalSoftmaxLoss withReduction(Reduction other) {
        return new HierarchicalSoftmaxLoss(other);
    }

    @Override
    public Optional<Candidates> candidates() {
        return Optional.of(Candidates.ON_THE_WAY);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        return dot(target, prediction).negate();
    }

    @Override
    public Node prediction(Node output) {
        return exp(output);
    }

    @Override
    public Target target() {
        return Target.CLASS;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
