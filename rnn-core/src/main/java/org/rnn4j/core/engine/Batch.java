package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;

/**
 * What a network reads at once: B examples of up to T steps, and what it should say to them.
 *
 * <p>Shapes: input [T, B, size] or indices [T, B]; lengths [B], each in 0..T; sides [T, B, size]; target [T, B, size] or
 * class indices [T, B], or [B, size], [B] where the network gives a vector; target mask [T, B] or [B], 0 for a step that
 * does not count. Steps past an example's length are never looked at.
 *
 * <p>Immutable; the arrays within are not copied.
 */
public final class Batch {
    private final Tensor input;
    private final int[] lengths;
    private final Map<String, Tensor> sides;
    private final Optional<Tensor> target;
    private final Optional<Tensor> targetMask;
    private final long[] exampleIds;

    private Batch(
            Tensor input,
            int[] lengths,
            Map<String, Tensor> sides,
            Optional<Tensor> target,
            Optional<Tensor> targetMask,
            long[] exampleIds) {
        this.input = input;
        this.lengths = lengths;
        this.sides = sides;
        this.target = target;
        this.targetMask = targetMask;
        this.exampleIds = exampleIds;
    }

    /** Examples that all have T steps. */
    public static Batch of(Tensor input) {
        requireSequence(input);
        int[] lengths = new int[input.extent(1)];
        Arrays.fill(lengths, input.extent(0));
        return of(input, lengths);
    }

    /**
     * Examples of given lengths.
     *
     * @throws ShapeException if a length is negative or beyond T, or there is not one for each example
     */
    public static Batch of(Tensor input, int[] lengths) {
        requireSequence(input);
        if (lengths.length != input.extent(1)) {
            throw new ShapeException(ErrorMessage.of("Not one length for each example")
                    .fact("examples", input.extent(1))
                    .fact("lengths", lengths.length)
                    .toString());
        }
        for (int b = 0; b < lengths.length; b++) {
            if (lengths[b] < 0 || lengths[b] > input.extent(0)) {
                throw new ShapeException(ErrorMessage.of("The length of example " + b + " is out of range")
                        .fact("length", lengths[b])
                        .fact("range", "0 to " + input.extent(0) + ", the time steps of the batch")
                        .toString());
            }
        }
        long[] ids = new long[lengths.length];
        Arrays.setAll(ids, b -> b);
        return new Batch(input, lengths.clone(), Map.of(), Optional.empty(), Optional.empty(), ids);
    }

    /** The same batch with a target. */
    public Batch withTarget(Tensor newTarget) {
        return new Batch(input, lengths, sides, Optional.of(newTarget), targetMask, exampleIds);
    }

    /** The same batch with a mask over the steps of the target: 0 for a step that does not count. */
    public Batch withTargetMask(Tensor mask) {
        return new Batch(input, lengths, sides, target, Optional.of(mask), exampleIds);
    }

    /** The same batch with a side input. */
    public Batch withSide(String name, Tensor side) {
        Map<String, Tensor> more = new LinkedHashMap<>(sides);
        more.put(name, side);
        return new Batch(input, lengths, more, target, targetMask, exampleIds);
    }

    /** The same batch with numbers that name the examples in the data set: random masks depend on them only. */
    public Batch withExampleIds(long[] ids) {
        if (ids.length != lengths.length) throw new ShapeException("Not one id for each example");
        return new Batch(input, lengths, sides, target, targetMask, ids.clone());
    }

    private static void requireSequence(Tensor input) {
        int rank = input.isIds() ? 2 : 3;
        if (input.rank() == rank) return;
        throw new ShapeException(ErrorMessage.of("An input of the wrong shape: " + input)
                .fix("sequences are [T, B, size], indices [T, B]")
                .toString());
    }

    /** T, the number of steps that fit. */
    public int timeSteps() {
        return input.extent(0);
    }

    /** B, the number of examples. */
    public int batchSize() {
        return input.extent(1);
    }

    /** The input. */
    public Tensor input() {
        return input;
    }

    /** A copy of the examples' lengths. */
    public int[] lengths() {
        return lengths.clone();
    }

    /** The length of one example. */
    public int length(int example) {
        return lengths[example];
    }

    /** The number that names one example in the data set. */
    public long exampleId(int example) {
        return exampleIds[example];
    }

    /** The side inputs. */
    public Map<String, Tensor> sides() {
        return sides;
    }

    /** The target, if there is one. */
    public Optional<Tensor> target() {
        return target;
    }

    /** The mask over the target's steps, if there is one. */
    public Optional<Tensor> targetMask() {
        return targetMask;
    }

    /** A copy of the numbers that name the examples. */
    public long[] exampleIds() {
        return exampleIds.clone();
    }

    /** The number of steps that are computed: the sum of the lengths. */
    public int steps() {
        return Arrays.stream(lengths).sum();
    }
}
