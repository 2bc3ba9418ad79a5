package org.rnn4j.api;

/**
 * A recurrent cell, written as the equations of one time step for one example.
 *
 * <p>A cell knows no batch axis, no time axis, no loop, no gradient, no mask, no buffer and no training flag: the core owns
 * them all. {@link #step} is called once, to learn the equations; it must not keep the {@code Step}.
 *
 * <pre>
 * public final class MyCell implements Cell {
 *   public void step(Step t) {
 *     Node x = t.input();
 *     Node h = t.previous("h", 64);
 *     t.next("h", tanh(t.affine("h", 64, x, h)));   // W_xh x + W_hh h + b_h
 *     t.output(t.next("h"));
 *   }
 * }
 * </pre>
 *
 * <p>Implementations are immutable: one cell object may define many layers.
 */
@FunctionalInterface
public interface Cell {
    /**
     * Writes down the equations.
     *
     * @param t the time step: gives inputs, previous states and parameters, takes next states and the output
     */
    void step(Step t);
}
