package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softplus;

import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Cross-entropy of each element with a yes or no, from logits.
 *
 * <p>One step:
 * <pre>
 * loss = mean(y ∘ softplus(-x) + (1 - y) ∘ softplus(x))
 * </pre>
 *
 * <p>Variant: PyTorch's {@code BCEWithLogitsLoss}, whose max(x, 0) - x y + log(1 + e^-|x|) is the same number; written so,
 * the gradient σ(x) - y is exact at x = 0, too. With reduction sum, the elements are summed.
 *
 * <p>Shapes: x (logits), y [size]; y in [0, 1].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: logits of any size do not overflow.
 *
 * <p>Source: Bishop 2006, Pattern Recognition and Machine Learning, eq. 4.90.
 */
public final class BinaryCrossEntropyLoss implements Loss {
    private final Reduction reduction;

    private BinaryCrossEntropyLoss(Reduction reduction) {
        this.reduction = reduction;
    }

    /** The mean over elements and steps. */
    public static BinaryCrossEntropyLoss of() {
        return new BinaryCrossEntropyLoss(Reduction.MEAN);
    }

    /** The same with elements and steps averaged or summed. */
    public BinaryCrossEntropyLoss withReduction(Reduction other) {
        return new BinaryCrossEntropyLoss(other);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        Node x = prediction;
        Node y = target;
        Node no = constant(1).minus(y).times(softplus(x));
        return Reductions.ofElements(reduction, y.times(softplus(x.negate())).plus(no));
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
