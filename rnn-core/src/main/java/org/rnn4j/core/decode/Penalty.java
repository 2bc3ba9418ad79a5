package org.rnn4j.core.decode;

/**
 * What a beam search takes off a hypothesis beside its improbability, such as for parts of a source that it has left out.
 *
 * <pre>
 * score = log P(y) / length^α + penalty(states, y)
 * </pre>
 *
 * @param <S> the stepper's states: a penalty may read from them what the cells keep, such as sums of attention
 */
@FunctionalInterface
public interface Penalty<S> {
    /**
     * The penalty of one hypothesis; at most 0, so that the search knows when nothing better can come.
     *
     * @param states after the hypothesis has been read
     * @param row of the hypothesis in the states
     * @param symbols of the hypothesis, prefix included; not to be changed
     */
    double of(S states, int row, int[] symbols);

    /** No penalty. */
    static <S> Penalty<S> none() {
        return (states, row, symbols) -> 0;
    }

    /**
     * The penalty for source positions that got little attention.
     *
     * <pre>
     * β Σ_j log min(a_j, 1)
     * </pre>
     *
     * <p>Source: Wu et al. 2016, arXiv:1609.08144, equation 14. A position without any attention counts as 10⁻⁹, so that
     * penalties stay finite.
     *
     * @param weight β, at least 0
     * @param attention a_j, the attention that position j got over all symbols
     */
    static double coverage(double weight, double... attention) {
        double sum = 0;
        for (double each : attention) sum += StrictMath.log(Math.max(1e-9, Math.min(each, 1)));
        return weight * sum;
    }
}
