package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.abs;

import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * The absolute difference.
 *
 * <p>One step:
 * <pre>
 * loss = mean(|x - y|)
 * </pre>
 *
 * <p>Variant: PyTorch's {@code L1Loss}. With reduction sum, the elements are summed.
 *
 * <p>Shapes: x, y [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: where x = y the gradient is 0.
 *
 * <p>Source: Hastie et al. 2009, The Elements of Statistical Learning, section 10.6.
 */
public final class MeanAbsoluteErrorLoss implements Loss {
    private final Reduction reduction;

    private MeanAbsoluteErrorLoss(Reduction reduction) {
        this.reduction = reduction;
    }

    /** The mean over elements and steps. */
    public static MeanAbsoluteErrorLoss of() {
        return new MeanAbsoluteErrorLoss(Reduction.MEAN);
    }

    /** The same with elements and steps averaged or summed. */
    public MeanAbsoluteErrorLoss withReduction(Reduction other) {
        return new MeanAbsoluteErrorLoss(other);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        return Reductions.ofElements(reduction, abs(prediction.minus(target)));
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
