package org.rnn4j.core.data;

import org.rnn4j.core.engine.Tensor;

/**
 * One sequence, and what a network should say to it. The arrays within are not copied.
 *
 * @param input symbols [T], or vectors [T, size]
 * @param target the same for each step, or one symbol [] or vector [size] for the sequence
 * @param place where it comes from, for messages
 */
public record Example(Tensor input, Tensor target, TextPlace place) {
    /** An example that a program made. */
    public static Example of(Tensor input, Tensor target) {
        return new Example(input, target, TextPlace.NOWHERE);
    }

    /** Number of steps. */
    public int length() {
        return input.extent(0);
    }
}
