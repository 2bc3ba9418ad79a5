package org.rnn4j.core.component.layer;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.Activation;

/**
 * The same affine map at every step, and a function of each element.
 *
 * <p>One step:
 * <pre>
 * y = activation(W_xy x + b_y)
 * </pre>
 *
 * <p>Variant: linear unless an activation is given: losses such as softmax cross-entropy want logits.
 *
 * <p>Shapes: x [inputSize], y [size]: [T, B, inputSize] to [T, B, size], or [B, inputSize] to [B, size].
 *
 * <p>Parameters: W_xy [size, inputSize] Glorot uniform; b_y [size] 0.
 *
 * <p>Edge cases: without bias there is no b_y; a one-hot x is a look-up of W_xy's column.
 *
 * <p>Source: Rumelhart et al. 1986, doi:10.1038/323533a0.
 */
public final class DenseLayer implements Layer {
    private final int size;
    private final Activation activation;
    private final boolean bias;

    private DenseLayer(int size, Activation activation, boolean bias) {
        this.size = DenseLayerProvider.SIZE.checked(size);
        this.activation = activation;
        this.bias = bias;
    }

    /** A linear layer with bias. */
    public static DenseLayer of(int size) {
        return new DenseLayer(size, Activation.LINEAR, true);
    }

    /** The same with a function of each element. */
    public DenseLayer withActivation(Activation function) {
        return new DenseLayer(size, function, bias);
    }

    /** The same with or without b_y. */
    public DenseLayer withBias(boolean newBias) {
        return new DenseLayer(size, activation, newBias);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return flow.map(
                x,
                t -> t.output(activation.of(bias ? t.affine("y", size, t.input()) : t.linear("y", size, t.input()))));
    }
}
