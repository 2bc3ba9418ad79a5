package org.rnn4j.examples;

import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;

/**
 * Long short-term memory, written once more outside the library: the benchmark compares it with {@code lstm}, because an own
 * cell is to be as fast as one that is built in.
 *
 * <p>One step:
 * <pre>
 * i  = σ(W_xi x + W_hi h + b_i)
 * f  = σ(W_xf x + W_hf h + b_f)
 * g  = tanh(W_xg x + W_hg h + b_g)
 * o  = σ(W_xo x + W_ho h + b_o)
 * c' = f ∘ c + i ∘ g
 * h' = o ∘ tanh(c')
 * </pre>
 *
 * <p>Variant: as {@code lstm} without its options; b_f begins with 0.
 *
 * <p>Shapes: x [inputSize]; i, f, g, o, c, h, output [size]. As a layer: [T, B, inputSize] to [T, B, size].
 *
 * <p>Parameters: W_x* [size, inputSize] Glorot uniform; W_h* [size, size] orthogonal; b_* [size] 0.
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735; forget gate: Gers et al. 2000,
 * doi:10.1162/089976600300015015, eq. 3.
 */
public final class OwnLstm implements Cell {
    private final int size;

    /** A cell with states of this size. */
    public OwnLstm(int size) {
        this.size = size;
    }

    @Override
    public void step(Step t) {
        Node x = t.input();
        Node h = t.previous("h", size);
        Node c = t.previous("c", size);

        Node i = sigmoid(t.affine("i", size, x, h));
        Node f = sigmoid(t.affine("f", size, x, h));
        Node g = tanh(t.affine("g", size, x, h));
        Node o = sigmoid(t.affine("o", size, x, h));

        t.next("c", f.times(c).plus(i.times(g)));
        t.next("h", o.times(tanh(t.next("c"))));
        t.output(t.next("h"));
    }
}
