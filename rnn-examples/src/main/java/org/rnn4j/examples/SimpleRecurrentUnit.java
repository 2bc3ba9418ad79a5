package org.rnn4j.examples;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Cell;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * Simple recurrent unit: a memory whose gates see only their own element of it.
 *
 * <p>One step:
 * <pre>
 * f  = σ(W_xf x + w_cf ∘ c + b_f)
 * r  = σ(W_xr x + w_cr ∘ c + b_r)
 * c' = f ∘ c + (1 - f) ∘ (W_xc x)
 * y  = r ∘ tanh(c')
 * </pre>
 *
 * <p>Variant: without the highway connection, so that x may have any size.
 *
 * <p>Shapes: x [inputSize]; f, r, c, output [size]. As a layer: [T, B, inputSize] to [T, B, size].
 *
 * <p>Parameters: W_x* [size, inputSize] Glorot uniform; w_c* [size] 0; b_* [size] 0.
 *
 * <p>Source: Lei et al. 2018, arXiv:1709.02755, eq. 1 to 3.
 */
public final class SimpleRecurrentUnit implements Cell {
    private final int size;

    /** A cell with a memory of this size. */
    public SimpleRecurrentUnit(int size) {
        this.size = size;
    }

    @Override
    public void step(Step t) {
        Node x = t.input();
        Node c = t.previous("c", size);

        Node f = sigmoid(t.affine("f", size, x).plus(peephole(t, "w_cf", c)));
        Node r = sigmoid(t.affine("r", size, x).plus(peephole(t, "w_cr", c)));
        t.next("c", f.times(c).plus(constant(1).minus(f).times(t.linear("c", size, x))));
        t.output(r.times(tanh(t.next("c"))));
    }

    private static Node peephole(Step t, String name, Node c) {
        return t.vector(name, Role.PEEPHOLE, c.size()).times(c);
    }
}
