package org.rnn4j.cells.gru;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Gated recurrent unit: a gate r that resets the state and a gate z that updates it.
 *
 * <p>One step:
 * <pre>
 * r  = σ(W_xr x + W_hr h + b_r)
 * z  = σ(W_xz x + W_hz h + b_z)
 * n  = tanh(W_xn x + W_hn (r ∘ h) + b_n)
 * h' = z ∘ n + (1 - z) ∘ h
 * </pre>
 *
 * <p>Variant: the reset stands before the product, as in the paper and the course. {@link #withResetAfter} has it after the
 * product, n = tanh(W_xn x + b_n + r ∘ (W_hn h + b_hn)), as cuDNN, PyTorch and Keras do; both of n's biases are kept, so
 * that their weights convert exactly. The gate z multiplies the candidate n in both. PyTorch's and Keras's gate multiplies
 * the old state and is 1 - z: negate W_xz, W_hz and b_z to convert.
 *
 * <p>Shapes: x [inputSize]; r, z, n, h, output [hiddenSize]. As a layer: [T, B, inputSize] to [T, B, hiddenSize].
 *
 * <p>Parameters: W_x* [hiddenSize, inputSize] Glorot uniform; W_h* [hiddenSize, hiddenSize] orthogonal; b_* [hiddenSize] 0.
 *
 * <p>Edge cases: without bias no b_* exist; z = 0 keeps the state exactly.
 *
 * <p>Source: Cho et al. 2014, doi:10.3115/v1/D14-1179, eq. 5 to 8, with z and 1 - z exchanged.
 */
public final class GruCell implements Cell {
    private final CellOptions options;
    private final boolean resetAfter;

    private GruCell(CellOptions options, boolean resetAfter) {
        this.options = options;
        this.resetAfter = resetAfter;
    }

    /** A cell with a state of a size, and the usual choice for all else. */
    public static GruCell of(int hiddenSize) {
        return of(CellOptions.of(hiddenSize));
    }

    /** A cell with given size, bias, initial state and initializers. */
    public static GruCell of(CellOptions options) {
        return new GruCell(options, false);
    }

    /** The same with the reset before (false) or after (true) the product with W_hn. */
    public GruCell withResetAfter(boolean after) {
        return new GruCell(options, after);
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", size);

        Node r = sigmoid(t.affine("r", size, x, h)).named("r");
        Node z = sigmoid(t.affine("z", size, x, h)).named("z");
        Node n = tanh(t.affine("n", size, x).plus(resetAfter ? r.times(recurrent(t, h)) : recurrent(t, r.times(h))))
                .named("n");

        t.next("h", z.times(n).plus(constant(1).minus(z).times(h)));
        t.output(t.next("h"));
    }

    /** W_hn h, and b_hn where the reset comes after it: before, b_n does the same. */
    private Node recurrent(Step t, Node h) {
        Matrix w = t.matrix("W_hn", Role.RECURRENT, options.hiddenSize(), h.size());
        Node product = matmul(w, h);
        return resetAfter && options.bias() ? product.plus(t.vector("b_hn", product.size())) : product;
    }
}
