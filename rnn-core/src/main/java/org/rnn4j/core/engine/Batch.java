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
 * class indices [T, B], or [B, size], [B] where the network gives a vector; or labels [L, B] of lengths of their own; target mask [T, B] or [B], 0 for a step that
 * does not count. Steps past an example's length are never looked at.
 *
 * <p>A source is something else that the network reads of every example: a sequence [S, B, size] or indices [S, B] with
 * lengths of its own, or one vector [B, size] or index [B].
 *
 * <p>Immutable; the arrays within are not copied.
 */
public final class Batch {
    /**
     * Something else that the network reads of every example.
     *
     * @param tensor [S, B, size] or indices [S, B]; or one for each example, [B, size] or indices [B]
     * @param lengths of the sequences; none if there is one vector or index for each example
     */
    public record Source(Tensor tensor, int[] lengths) {
        /** True for sequences. */
        public boolean hasTime() {
            return tensor.rank() == (tensor.isIds() ? 2 : 3);
        }

        /** B, the number of examples. */
        public int examples() {
            return tensor.extent(hasTime() ? 1 : 0);
        }
    }

    /** The targets, their lengths if they have some of their own, and which of them count. */
    private record Goal(Optional<Tensor> target, Optional<int[]> lengths, Optional<Tensor> mask) {
        static final Goal NONE = new Goal(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private final Tensor input;
    private final int[] lengths;
    private final Map<String, Tensor> sides;
    private final Map<String, Source> sources;
    private final Goal goal;
    private final long[] exampleIds;

    private Batch(
            Tensor input,
            int[] lengths,
            Map<String, Tensor> sides,
            Map<String, Source> sources,
            Goal goal,
            long[] exampleIds) {
        this.input = input;
        this.lengths = lengths;
        this.sides = sides;
        this.sources = sources;
        this.goal = goal;
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
        requireLengths(lengths, input.extent(0));
        long[] ids = new long[lengths.length];
        Arrays.setAll(ids, b -> b);
        return new Batch(input, lengths.clone(), Map.of(), Map.of(), Goal.NONE, ids);
    }

    /** The same batch with a target. */
    public Batch withTarget(Tensor newTarget) {
        return with(new Goal(Optional.of(newTarget), Optional.empty(), goal.mask));
    }

    /**
     * The same batch with targets whose lengths are not those of the input.
     *
     * @param newTarget labels [L, B]
     * @param newLengths of each example's target, at most L
     * @throws ShapeException if a length is negative or beyond L, or there is not one for each example
     */
    public Batch withTarget(Tensor newTarget, int[] newLengths) {
        if (newLengths.length != lengths.length || newTarget.rank() < 2) {
            throw new ShapeException(ErrorMessage.of("Targets of other lengths that do not fit the batch")
                    .fact("examples", lengths.length)
                    .fact("targets", newTarget)
                    .fact("lengths", newLengths.length)
                    .fix("give labels [L, B] and a length for each example")
                    .toString());
        }
        for (int b = 0; b < newLengths.length; b++) {
            if (newLengths[b] >= 0 && newLengths[b] <= newTarget.extent(0)) continue;
            throw new ShapeException(ErrorMessage.of("The length of the target of example " + b + " is out of range")
                    .fact("length", newLengths[b])
                    .fact("range", "0 to " + newTarget.extent(0) + ", the labels that fit")
                    .toString());
        }
        return with(new Goal(Optional.of(newTarget), Optional.of(newLengths.clone()), goal.mask));
    }

    /** The same batch with the target, its lengths and its mask of another. */
    public Batch withTargetOf(Batch other) {
        return with(other.goal);
    }

    private Batch with(Goal newGoal) {
        return new Batch(input, lengths, sides, sources, newGoal, exampleIds);
    }

    /** The same batch with a mask over the steps of the target: 0 for a step that does not count. */
    public Batch withTargetMask(Tensor mask) {
        return with(new Goal(goal.target, goal.lengths, Optional.of(mask)));
    }

    /** The same batch with a side input. */
    public Batch withSide(String name, Tensor side) {
        Map<String, Tensor> more = new LinkedHashMap<>(sides);
        more.put(name, side);
        return new Batch(input, lengths, more, sources, goal, exampleIds);
    }

    /** The same batch with numbers that name the examples in the data set: random masks depend on them only. */
    public Batch withExampleIds(long[] ids) {
        if (ids.length != lengths.length) throw new ShapeException("Not one id for each example");
        return new Batch(input, lengths, sides, sources, goal, ids.clone());
    }

    /**
     * The same batch with something else to read: sequences of lengths of their own.
     *
     * @param name as the network knows it
     * @param source [S, B, size], or indices [S, B]
     * @param sourceLengths each in 0..S
     */
    public Batch withSource(String name, Tensor source, int[] sourceLengths) {
        requireSequence(source);
        requireExamples(name, source.extent(1), source);
        requireExamples(name, sourceLengths.length, source);
        requireLengths(sourceLengths, source.extent(0));
        return with(name, new Source(source, sourceLengths.clone()));
    }

    /**
     * The same batch with something else to read: one thing for each example.
     *
     * @param name as the network knows it
     * @param source [B, size], or indices [B]
     */
    public Batch withSource(String name, Tensor source) {
        int rank = source.isIds() ? 1 : 2;
        if (source.rank() != rank) {
            throw new ShapeException(ErrorMessage.of("The source '" + name + "' is of the wrong shape: " + source)
                    .fix("without lengths, a source is one vector an example, [B, size], or one index [B]")
                    .toString());
        }
        requireExamples(name, source.extent(0), source);
        return with(name, new Source(source, new int[0]));
    }

    /** The same batch with all that another one has to read besides its input. */
    public Batch withSourcesOf(Batch other) {
        Batch all = this;
        for (Map.Entry<String, Source> each : other.sources.entrySet()) {
            requireExamples(each.getKey(), other.batchSize(), each.getValue().tensor());
            all = all.with(each.getKey(), each.getValue());
        }
        return all;
    }

    private Batch with(String name, Source source) {
        Map<String, Source> more = new LinkedHashMap<>(sources);
        more.put(name, source);
        return new Batch(input, lengths, sides, more, goal, exampleIds);
    }

    private void requireExamples(String name, int examples, Tensor source) {
        if (examples == lengths.length) return;
        throw new ShapeException(ErrorMessage.of("The source '" + name + "' has not one sequence for each example")
                .fact("examples", lengths.length)
                .fact("given", source + ", " + examples)
                .toString());
    }

    private static void requireLengths(int[] lengths, int timeSteps) {
        for (int b = 0; b < lengths.length; b++) {
            if (lengths[b] >= 0 && lengths[b] <= timeSteps) continue;
            throw new ShapeException(ErrorMessage.of("The length of example " + b + " is out of range")
                    .fact("length", lengths[b])
                    .fact("range", "0 to " + timeSteps + ", the time steps of the batch")
                    .toString());
        }
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

    /** What else there is to read, by name. */
    public Map<String, Source> sources() {
        return sources;
    }

    /** The target, if there is one. */
    public Optional<Tensor> target() {
        return goal.target;
    }

    /** A copy of the lengths of the targets, if they have lengths of their own. */
    public Optional<int[]> targetLengths() {
        return goal.lengths.map(int[]::clone);
    }

    /** The mask over the target's steps, if there is one. */
    public Optional<Tensor> targetMask() {
        return goal.mask;
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
