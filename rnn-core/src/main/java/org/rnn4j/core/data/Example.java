package org.rnn4j.core.data;

import java.util.Optional;
import org.rnn4j.core.engine.Tensor;

/**
 * One sequence, and what a network should say to it. The arrays within are not copied.
 *
 * <p>An example of a pair, such as a sentence and its translation, has a source: the network reads it as a whole before it
 * says anything. Its input then is what the network has said so far, {@code <EOS> a b c}, and its target what it should say
 * next, {@code a b c <EOS>}.
 *
 * @param input symbols [T], or vectors [T, size]
 * @param target the same for each step, or one symbol [] or vector [size] for the sequence
 * @param source symbols [S] or vectors [S, size], of a length of its own; or one symbol [] or vector [size]; as
 *     {@link Encoding#source} says
 * @param place where it comes from, for messages
 */
public record Example(Tensor input, Tensor target, Optional<Tensor> source, TextPlace place) {
    /** An example without a source. */
    public Example(Tensor input, Tensor target, TextPlace place) {
        this(input, target, Optional.empty(), place);
    }

    /** An example that a program made. */
    public static Example of(Tensor input, Tensor target) {
        return new Example(input, target, TextPlace.NOWHERE);
    }

    /** The same with a source. */
    public Example withSource(Tensor newSource) {
        return new Example(input, target, Optional.of(newSource), place);
    }

    /** Number of steps. */
    public int length() {
        return input.extent(0);
    }
}
