package org.rnn4j.cells.lstm;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.minimum;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Long short-term memory with a forget gate, without peepholes.
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
 * <p>Variant: as in PyTorch and Keras; peepholes are in {@link PeepholeLstmCell}. Another activation replaces both tanh,
 * another gate activation the three σ. Coupled: i = 1 - f. Clipped: c' = min(max(f ∘ c + i ∘ g, -clip), clip). Projected:
 * h' = W_mh m with m = o ∘ tanh(c'), as PyTorch's {@code proj_size}, whose {@code weight_hr} is W_mh.
 *
 * <p>Shapes: x [inputSize]; i, f, g, o, c, m [hiddenSize]; h, output [hiddenSize], or [projectionSize] if projected.
 * As a layer: [T, B, inputSize] to [T, B, size of h].
 *
 * <p>Parameters: W_x* [hiddenSize, inputSize] Glorot uniform; W_h* [hiddenSize, size of h] orthogonal; W_mh
 * [projectionSize, hiddenSize] Glorot uniform; b_f [hiddenSize] 1, other biases 0.
 *
 * <p>Edge cases: coupled cells have no W_xi, W_hi and b_i; without bias no b_* exist, and the forget bias says nothing;
 * where c' is clipped, no gradient passes.
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, doi:10.1162/neco.1997.9.8.1735; forget gate: Gers et al. 2000,
 * doi:10.1162/089976600300015015, eq. 3; b_f = 1: Jozefowicz et al. 2015, PMLR 37:2342; coupled gates: Greff et al. 2017,
 * doi:10.1109/TNNLS.2016.2582924; projection: Sak et al. 2014, arXiv:1402.1128, eq. 5.
 */
public final class LstmCell implements Cell {
    private final CellOptions options;
    private final double forgetBias;
    private final Activation activation;
    private final Activation gateActivation;
    private final Variant variant;

    private record Variant(boolean coupled, OptionalInt projectionSize, OptionalDouble cellClip) {
        static final Variant PLAIN = new Variant(false, OptionalInt.empty(), OptionalDouble.empty());
    }

    private LstmCell(
            CellOptions options, double forgetBias, Activation activation, Activation gateActivation, Variant variant) {
        this.options = options;
        this.forgetBias = LstmCellProvider.FORGET_BIAS.checked(forgetBias);
        this.activation = activation;
        this.gateActivation = gateActivation;
        this.variant = variant;
    }

    /** A cell with a state of a size, and the usual choice for all else. */
    public static LstmCell of(int hiddenSize) {
        return of(CellOptions.of(hiddenSize));
    }

    /** A cell with given size, bias, initial state and initializers. */
    public static LstmCell of(CellOptions options) {
        return new LstmCell(options, 1, Activation.TANH, Activation.SIGMOID, Variant.PLAIN);
    }

    /** The same with another first value of b_f. */
    public LstmCell withForgetBias(double bias) {
        return new LstmCell(options, bias, activation, gateActivation, variant);
    }

    /** The same with another function in place of tanh. */
    public LstmCell withActivation(Activation function) {
        return new LstmCell(options, forgetBias, function, gateActivation, variant);
    }

    /** The same with another function in place of σ. */
    public LstmCell withGateActivation(Activation function) {
        return new LstmCell(options, forgetBias, activation, function, variant);
    }

    /** The same with i = 1 - f, or with an input gate of its own. */
    public LstmCell withCoupledInputForget(boolean coupled) {
        return with(new Variant(coupled, variant.projectionSize, variant.cellClip));
    }

    /** The same with a state h of another size than c. */
    public LstmCell withProjectionSize(int size) {
        LstmCellProvider.PROJECTION_SIZE_RANGE.checked(size);
        return with(new Variant(variant.coupled, OptionalInt.of(size), variant.cellClip));
    }

    /** The same with c' kept in ±clip. */
    public LstmCell withCellClip(double clip) {
        LstmCellProvider.CELL_CLIP_RANGE.checked(clip);
        return with(new Variant(variant.coupled, variant.projectionSize, OptionalDouble.of(clip)));
    }

    private LstmCell with(Variant other) {
        return new LstmCell(options, forgetBias, activation, gateActivation, other);
    }

    @Override
    public void step(Step step) {
        Step t = options.on(step);
        int size = options.hiddenSize();
        Node x = t.input();
        Node h = t.previous("h", variant.projectionSize().orElse(size));
        Node c = t.previous("c", size);

        Node i;
        Node f;
        if (variant.coupled()) {
            f = gateActivation.of(t.affine("f", size, x, h)).named("f");
            i = constant(1).minus(f).named("i");
        } else {
            i = gateActivation.of(t.affine("i", size, x, h)).named("i");
            f = gateActivation.of(t.affine("f", size, x, h)).named("f");
        }
        Node g = activation.of(t.affine("g", size, x, h)).named("g");
        Node o = gateActivation.of(t.affine("o", size, x, h)).named("o");

        t.next("c", clipped(f.times(c).plus(i.times(g))));
        t.next("h", projected(t, o.times(activation.of(t.next("c")))));
        t.output(t.next("h"));
        if (options.bias()) t.initialize("b_f", Initializer.constant(forgetBias));
    }

    private Node clipped(Node c) {
        if (variant.cellClip().isEmpty()) return c;
        Node clip = constant(variant.cellClip().getAsDouble());
        return minimum(maximum(c, clip.negate()), clip);
    }

    private Node projected(Step t, Node m) {
        if (variant.projectionSize().isEmpty()) return m;
        return matmul(t.matrix("W_mh", Role.PROJECTION, variant.projectionSize().getAsInt(), m.size()), m);
    }
}
