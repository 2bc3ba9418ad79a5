package org.rnn4j.cells.gru;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/**
 * Gated recurrent unit with the update gate only.
 *
 * <p>One step:
 * <pre>
 * z  = σ(W_xz x + W_hz h + b_z)
 * n  = tanh(W_xn x + W_hn h + b_n)
 * h' = z ∘ n + (1 - z) ∘ h
 * </pre>
 *
 * <p>Variant: {@link GruCell} with r = 1, as courses introduce it.
 *
 * <p>Shapes: x [inputSize]; z, n, h, output [hiddenSize]. As a layer: [T, B, inputSize] to [T, B, hiddenSize].
 *
 * <p>Parameters: W_x* [hiddenSize, inputSize] Glorot uniform; W_h* [hiddenSize, hiddenSize] orthogonal; b_* [hiddenSize] 0.
 *
 * <p>Edge cases: without bias no b_* exist; z = 0 keeps the state exactly.
 *
 * <p>Source: Ng 2018, Sequence Models, week 1, "GRU (simplified)"; after Cho et al. 2014, doi:10.3115/v1/D14-1179.
 */
public final class SimplifiedGruCell implements Cell {
    private final CellOptions options;

    private SimplifiedGruCell(CellOptions options) {
        this.options = options;
    }

    /** A cell with a state of a size, and the usual choice for all else. */
    public static SimplifiedGruCell of(int hiddenSize) {
        return of(CellOptions.of(hiddenSize));
    }

    /** A cell with given size, bias, initial state and initializers. */
    public static SimplifiedGruCell of(CellOptions options) {
        return new SimplifiedGruCell(options);
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", size);

        Node z = sigmoid(t.affine("z", size, x, h)).named("z");
        Node n = tanh(t.affine("n", size, x, h)).named("n");

        t.next("h", z.times(n).plus(constant(1).minus(z).times(h)));
        t.output(t.next("h"));
    }
}
