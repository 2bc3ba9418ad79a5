package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * The square of the difference.
 *
 * <p>One step:
 * <pre>
 * loss = mean((x - y)²)
 * </pre>
 *
 * <p>Variant: PyTorch's {@code MSELoss}, without a factor 1/2. With reduction sum, the elements are summed.
 *
 * <p>Shapes: x, y [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: a large error has a gradient of its own size; {@link HuberLoss} bounds it.
 *
 * <p>Source: Bishop 2006, Pattern Recognition and Machine Learning, eq. 1.2.
 */
public final class MeanSquaredErrorLoss implements Loss {
    private final Reduction reduction;

    private MeanSquaredErrorLoss(Reduction reduction) {
        this.reduction = reduction;
    }

    /** The mean over elements and steps. */
    public static MeanSquaredErrorLoss of() {
        return new MeanSquaredErrorLoss(Reduction.MEAN);
    }

    /** The same with elements and steps averaged or summed. */
    public MeanSquaredErrorLoss withReduction(Reduction other) {
        return new MeanSquaredErrorLoss(other);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        return Reductions.ofElements(reduction, square(prediction.minus(target)));
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
