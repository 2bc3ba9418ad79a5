package org.rnn4j.core.component.cell;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.api.expr.Node;

/**
 * Simple recurrent cell, whose output is its state.
 *
 * <p>One step:
 * <pre>
 * h' = tanh(W_xh x + W_hh h + b_h)
 * </pre>
 *
 * <p>Variant: as in PyTorch ({@code RNN}, the sum of both its biases being b_h) and Keras ({@code SimpleRNN}). Another
 * activation replaces tanh.
 *
 * <p>Shapes: x [inputSize]; h, output [hiddenSize]. As a layer: [T, B, inputSize] to [T, B, hiddenSize].
 *
 * <p>Parameters: W_xh [hiddenSize, inputSize] Glorot uniform; W_hh [hiddenSize, hiddenSize] orthogonal; b_h [hiddenSize] 0.
 *
 * <p>Edge cases: without bias there is no b_h. With relu a good start is recurrentInitializer identity.
 *
 * <p>Source: Elman 1990, doi:10.1207/s15516709cog1402_1; relu with identity: Le et al. 2015, arXiv:1504.00941.
 */
public final class ElmanCell implements Cell {
    private final CellOptions options;
    private final Activation activation;

    private ElmanCell(CellOptions options, Activation activation) {
        this.options = options;
        this.activation = activation;
    }

    /** A cell with a state of a size, and the usual choice for all else. */
    public static ElmanCell of(int hiddenSize) {
        return of(CellOptions.of(hiddenSize));
    }

    /** A cell with given size, bias, initial state and initializers. */
    public static ElmanCell of(CellOptions options) {
        return new ElmanCell(options, Activation.TANH);
    }

    /** The same with another function in place of tanh. */
    public ElmanCell withActivation(Activation function) {
        return new ElmanCell(options, function);
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", size);

        t.next("h", activation.of(t.affine("h", size, x, h)));
        t.output(t.next("h"));
    }
}
