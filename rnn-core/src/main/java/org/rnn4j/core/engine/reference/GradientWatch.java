package org.rnn4j.core.engine.reference;

/** Looks at the gradients of states while a {@link ReferenceEngine} runs backward. */
@FunctionalInterface
public interface GradientWatch {
    /**
     * Called for each state and each step that a cell has been run at, last one first.
     *
     * @param state its full name, such as {@code layers.0.cell.h}
     * @param time the step
     * @param examples those that have the step
     * @param gradient of the state with which the step begins, a row for each of them, all positions
     *     one after the other; to be read at once
     */
    void state(String state, int time, int[] examples, double[][] gradient);

    /** Nobody looks. */
    static GradientWatch none() {
        return (state, time, examples, gradient) -> {};
    }
}
