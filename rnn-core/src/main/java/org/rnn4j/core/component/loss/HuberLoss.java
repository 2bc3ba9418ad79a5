package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.abs;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.minimum;

import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Node;

/**
 * Half the squared difference where it is small, and a straight line where it is large.
 *
 * <p>One step:
 * <pre>
 * a    = |x - y|
 * m    = min(a, delta)
 * loss = mean(scale m ∘ (a - m / 2))
 * </pre>
 * which is a² / 2 up to delta and delta (a - delta / 2) beyond, times scale.
 *
 * <p>Variant: scale 1 is PyTorch's {@code HuberLoss}; {@link #smoothL1} has scale 1 / delta, so that the line's slope is 1,
 * as PyTorch's {@code SmoothL1Loss} with beta = delta. With reduction sum, the elements are summed.
 *
 * <p>Shapes: x, y [size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: at a = delta both parts and their slopes are equal.
 *
 * <p>Source: Huber 1964, doi:10.1214/aoms/1177703732; smooth L1: Girshick 2015, doi:10.1109/ICCV.2015.169, eq. 3.
 */
public final class HuberLoss implements Loss {
    private final double delta;
    private final double scale;
    private final Reduction reduction;

    private HuberLoss(double delta, double scale, Reduction reduction) {
        this.delta = delta;
        this.scale = scale;
        this.reduction = reduction;
    }

    /** The mean over elements and steps, of slope delta from delta on. */
    public static HuberLoss of(double delta) {
        return new HuberLoss(HuberLossProvider.DELTA.checked(delta), 1, Reduction.MEAN);
    }

    /** The mean over elements and steps, of slope 1 from beta on. */
    public static HuberLoss smoothL1(double beta) {
        return new HuberLoss(SmoothL1LossProvider.BETA.checked(beta), 1 / beta, Reduction.MEAN);
    }

    /** The same with elements and steps averaged or summed. */
    public HuberLoss withReduction(Reduction other) {
        return new HuberLoss(delta, scale, other);
    }

    @Override
    public Node loss(Node prediction, Node target) {
        Node a = abs(prediction.minus(target));
        Node m = minimum(a, constant(delta));
        Node elements = m.times(scale).times(a.minus(m.times(0.5)));
        return Reductions.ofElements(reduction, elements);
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
