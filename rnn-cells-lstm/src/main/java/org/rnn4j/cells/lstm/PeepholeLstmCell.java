package org.rnn4j.cells.lstm;

import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Long short-term memory whose gates see the memory c through peepholes.
 *
 * <p>One step:
 * <pre>
 * i  = σ(W_xi x + W_hi h + w_ci ∘ c + b_i)
 * f  = σ(W_xf x + W_hf h + w_cf ∘ c + b_f)
 * g  = tanh(W_xg x + W_hg h + b_g)
 * c' = f ∘ c + i ∘ g
 * o  = σ(W_xo x + W_ho h + w_co ∘ c' + b_o)
 * h' = o ∘ tanh(c')
 * </pre>
 *
 * <p>Variant: i and f see the memory before this step, o sees it after; each element sees its own only.
 *
 * <p>Shapes: x [inputSize]; i, f, g, o, c, h, output [hiddenSize]. As a layer: [T, B, inputSize] to [T, B, hiddenSize].
 *
 * <p>Parameters: W_x* [hiddenSize, inputSize] Glorot uniform; W_h* [hiddenSize, hiddenSize] orthogonal; w_c* [hiddenSize] 0;
 * b_f [hiddenSize] 1, other biases 0. At first it is therefore {@link LstmCell} exactly.
 *
 * <p>Edge cases: without bias no b_* exist, and the forget bias says nothing.
 *
 * <p>Source: Gers and Schmidhuber 2000, doi:10.1109/IJCNN.2000.861302, with tanh for both squashing functions as in
 * Graves 2013, arXiv:1308.0850, eq. 7 to 11; b_f = 1: Jozefowicz et al. 2015, PMLR 37:2342.
 */
public final class PeepholeLstmCell implements Cell {
    private final CellOptions options;
    private final double forgetBias;

    private PeepholeLstmCell(CellOptions options, double forgetBias) {
        this.options = options;
        this.forgetBias = LstmCellProvider.FORGET_BIAS.checked(forgetBias);
    }

    /** A cell with a state of a size, and the usual choice for all else. */
    public static PeepholeLstmCell of(int hiddenSize) {
        return of(CellOptions.of(hiddenSize));
    }

    /** A cell with given size, bias, initial state and initializers. */
    public static PeepholeLstmCell of(CellOptions options) {
        return new PeepholeLstmCell(options, 1);
    }

    /** The same with another first value of b_f. */
    public PeepholeLstmCell withForgetBias(double bias) {
        return new PeepholeLstmCell(options, bias);
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", size);
        Node c = t.previous("c", size);

        Node i = sigmoid(t.affine("i", size, x, h).plus(peephole(t, "w_ci", c))).named("i");
        Node f = sigmoid(t.affine("f", size, x, h).plus(peephole(t, "w_cf", c))).named("f");
        Node g = tanh(t.affine("g", size, x, h)).named("g");
        t.next("c", f.times(c).plus(i.times(g)));
        Node o = sigmoid(t.affine("o", size, x, h).plus(peephole(t, "w_co", t.next("c"))))
                .named("o");

        t.next("h", o.times(tanh(t.next("c"))));
        t.output(t.next("h"));
        if (options.bias()) t.initialize("b_f", Initializer.constant(forgetBias));
    }

    private static Node peephole(Step t, String name, Node c) {
        return t.vector(name, Role.PEEPHOLE, c.size()).times(c);
    }
}
