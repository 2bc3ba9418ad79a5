package org.rnn4j.api;

/**
 * An optimizer, written as the element-wise update of one parameter.
 *
 * <pre>
 * public void update(Update u) {                                    // SGD with momentum μ
 *   Node v = u.state("v").times(momentum).plus(u.gradient());       // v' = μ v + g
 *   u.next("v", v);
 *   u.nextParameter(u.parameter().minus(u.learningRate().times(v)));  // p' = p - η v'
 * }
 * </pre>
 *
 * <p>Called once for each parameter, to learn the equations.
 */
@FunctionalInterface
public interface Optimizer {
    /** Writes down the update. */
    void update(Update u);
}
