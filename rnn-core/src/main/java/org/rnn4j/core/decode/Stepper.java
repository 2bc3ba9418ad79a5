package org.rnn4j.core.decode;

/**
 * All that decoding asks of a network: one step for several hypotheses at once, from their states and last symbols to
 * logits of the next symbol.
 *
 * <p>Rows do not influence each other. Implementations are immutable, and so are their states.
 *
 * @param <S> states of any number of hypotheses, one row for each
 */
public interface Stepper<S> {
    /** Number of symbols, so that a symbol is at least 0 and below it. */
    int symbols();

    /** States before the first step. */
    S initial(int rows);

    /**
     * Runs one step.
     *
     * @param states of each hypothesis
     * @param symbols the last symbol of each hypothesis
     */
    Stepped<S> step(S states, int[] symbols);

    /**
     * The states of some rows.
     *
     * @param rows in the new order; a row may be left out, or stand there several times
     */
    S select(S states, int[] rows);

    /**
     * What a step gives.
     *
     * @param logits [rows][symbols], for the caller to keep and change
     * @param states after the step
     */
    record Stepped<S>(double[][] logits, S states) {}
}
