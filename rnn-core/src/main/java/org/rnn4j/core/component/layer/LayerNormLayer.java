package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Operations.mean;
import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Brings the elements of each step to mean 0 and variance 1, then to a trained gain and bias.
 *
 * <p>One step:
 * <pre>
 * d = x - mean(x)
 * n = d / √(mean(d²) + epsilon)
 * y = gain ∘ n + bias
 * </pre>
 *
 * <p>Variant: as in PyTorch: the variance is divided by the number of elements, and epsilon stands below the root.
 *
 * <p>Shapes: x, y [size]: [T, B, size] to the same, or [B, size] to the same.
 *
 * <p>Parameters: gain [size] 1; bias [size] 0.
 *
 * <p>Edge cases: equal elements, or one only, give n = 0.
 *
 * <p>Source: Ba et al. 2016, arXiv:1607.06450, eq. 3 and 4.
 */
public final class LayerNormLayer implements Layer {
    private final boolean gain;
    private final boolean bias;
    private final double epsilon;

    private LayerNormLayer(boolean gain, boolean bias, double epsilon) {
        this.gain = gain;
        this.bias = bias;
        this.epsilon = LayerNormLayerProvider.EPSILON.checked(epsilon);
    }

    /** With gain and bias, epsilon being 1e-5. */
    public static LayerNormLayer of() {
        return new LayerNormLayer(true, true, 1e-5);
    }

    /** The same with or without a gain. */
    public LayerNormLayer withGain(boolean newGain) {
        return new LayerNormLayer(newGain, bias, epsilon);
    }

    /** The same with or without a bias. */
    public LayerNormLayer withBias(boolean newBias) {
        return new LayerNormLayer(gain, newBias, epsilon);
    }

    /** The same with another number that is added to the variance. */
    public LayerNormLayer withEpsilon(double newEpsilon) {
        return new LayerNormLayer(gain, bias, newEpsilon);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return flow.map(x, this::normalize);
    }

    private void normalize(Step t) {
        Node x = t.input();
        Node d = x.minus(mean(x));
        Node y = d.divide(sqrt(mean(square(d)).plus(epsilon)));
        if (gain) y = t.vector("gain", Role.GAIN, x.size()).times(y);
        if (bias) y = y.plus(t.vector("bias", x.size()));
        t.output(y);
    }
}
