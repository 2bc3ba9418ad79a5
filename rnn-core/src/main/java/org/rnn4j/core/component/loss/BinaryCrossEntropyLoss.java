package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softplus;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;

/**
 * Cross-entropy of each element with a yes or no, from logits.
 *
 * <p>One step, p being the weight of a yes, 1 unless given:
 * <pre>
 * loss = mean(p ∘ y ∘ softplus(-x) + (1 - y) ∘ softplus(x))
 * </pre>
 *
 * <p>Variant: PyTorch's {@code BCEWithLogitsLoss}, whose max(x, 0) - x y + log(1 + e^-|x|) is the same number; written so,
 * the gradient σ(x) - y is exact at x = 0, too. p is its {@code pos_weight}: with many labels of which few hold, the number
 * of noes for each yes. With reduction sum, the elements are summed.
 *
 * <p>Shapes: x (logits), y, p [size]; y in [0, 1].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: logits of any size do not overflow.
 *
 * <p>Source: Bishop 2006, Pattern Recognition and Machine Learning, eq. 4.90.
 */
public final class BinaryCrossEntropyLoss implements Loss {
    private final List<Double> positiveWeights;
    private final Reduction reduction;

    private BinaryCrossEntropyLoss(List<Double> positiveWeights, Reduction reduction) {
        this.positiveWeights = List.copyOf(BinaryCrossEntropyLossProvider.POSITIVE_RANGE.checked(positiveWeights));
        this.reduction = reduction;
    }

    /** The mean over elements and steps. */
    public static BinaryCrossEntropyLoss of() {
        return new BinaryCrossEntropyLoss(List.of(), Reduction.MEAN);
    }

    /** The same with elements and steps averaged or summed. */
    public BinaryCrossEntropyLoss withReduction(Reduction other) {
        return new BinaryCrossEntropyLoss(positiveWeights, other);
    }

    /** The same with a weight for the yes of each element, or one for all; an empty list for none. */
    public BinaryCrossEntropyLoss withPositiveWeights(List<Double> weights) {
        return new BinaryCrossEntropyLoss(weights, reduction);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        Node x = prediction;
        Node y = target;
        Node no = constant(1).minus(y).times(softplus(x));
        Node yes = y.times(softplus(x.negate()));
        if (!positiveWeights.isEmpty()) yes = yes.times(weights(x.size()));
        return Reductions.ofElements(reduction, yes.plus(no));
    }

    private Node weights(int size) {
        if (positiveWeights.size() == 1) return constant(positiveWeights.get(0));
        if (positiveWeights.size() != size) {
            throw new ShapeException(ErrorMessage.of("The number of positive weights is not that of the elements")
                    .fact("weights", positiveWeights.size())
                    .fact("elements", size)
                    .fix("give one weight for each element, or one for all")
                    .toString());
        }
        return constant(positiveWeights.stream().mapToDouble(w -> w).toArray());
    }

    @Override
    public Node prediction(Node output) {
        return sigmoid(output);
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
