package org.rnn4j.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param targetMask 0 for a target that does not count, else 1: [T], or [] for one target; all
 *     count if empty. Where targets have a length of their own, which steps they may come from: [T]
 * @param sides vectors [T, size] that are read besides, by name
 * @param place where it comes from, for messages
 */
public record Example(
        Tensor input,
        Tensor target,
        Optional<Tensor> source,
        Optional<Tensor> targetMask,
        Map<String, Tensor> sides,
        TextPlace place) {
    /** Copies the map, keeping its order. */
    public Example {
        sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
    }

    /** An example without a source, whose targets all count. */
    public Example(Tensor input, Tensor target, TextPlace place) {
        this(input, target, Optional.empty(), Optional.empty(), Map.of(), place);
    }

    /** An example that a program made. */
    public static Example of(Tensor input, Tensor target) {
        return new Example(input, target, TextPlace.NOWHERE);
    }

    /** The same with a source. */
    public Example withSource(Tensor newSource) {
        return new Example(input, target, Optional.of(newSource), targetMask, sides, place);
    }

    /** The same with targets that do not count. */
    public Example withTargetMask(Tensor mask) {
        return new Example(input, target, source, Optional.of(mask), sides, place);
    }

    /** The same with vectors that are read besides. */
    public Example withSide(String name, Tensor vectors) {
        Map<String, Tensor> more = new LinkedHashMap<>(sides);
        more.put(name, vectors);
        return new Example(input, target, source, targetMask, more, place);
    }

    /** Number of steps. */
    public int length() {
        return input.extent(0);
    }
}
