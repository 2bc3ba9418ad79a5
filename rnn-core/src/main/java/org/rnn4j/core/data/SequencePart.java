package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * Sequences that have nothing to do with each other, in batches of similar length.
 *
 * <p>Each sequence keeps its number in the part as its id, whatever batch it comes in.
 */
public final class SequencePart implements DataPart {
    private final Encoding encoding;
    private final List<Example> examples;
    private final int[] lengths;

    private SequencePart(Encoding encoding, List<Example> examples) {
        this.encoding = encoding;
        this.examples = examples;
        this.lengths = examples.stream().mapToInt(Example::length).toArray();
    }

    /**
     * Checks some sequences.
     *
     * @param encoding what their numbers mean
     * @throws DataException if there are none, or one is not as the encoding says, or has a number that is not finite
     */
    public static SequencePart of(Encoding encoding, List<Example> examples) {
        if (examples.isEmpty()) {
            throw new DataException(ErrorMessage.of("A part of the data has no sequences")
                    .fix("give it at least one")
                    .toString());
        }
        for (int i = 0; i < examples.size(); i++) ExampleCheck.check(encoding, examples.get(i), i);
        return new SequencePart(encoding, List.copyOf(examples));
    }

    /** The sequences. */
    public List<Example> list() {
        return examples;
    }

    @Override
    public long examples() {
        return examples.size();
    }

    @Override
    public long steps() {
        return Arrays.stream(lengths).asLongStream().sum();
    }

    @Override
    public Epoch epoch(Feeding feeding, int number) {
        RandomKey key = RandomKey.of(feeding.seed(), RandomPurpose.SHUFFLE).at(number, 0, 0);
        return feed(feeding, Optional.of(key));
    }

    @Override
    public Epoch inOrder(Feeding feeding) {
        return feed(feeding, Optional.empty());
    }

    private Epoch feed(Feeding feeding, Optional<RandomKey> key) {
        if (feeding.truncatedBptt().isPresent() && !encoding.targetPerStep()) {
            throw new ConfigException(ErrorMessage.of("truncatedBptt cuts sequences that have one target each")
                    .fact("truncatedBptt", feeding.truncatedBptt().getAsInt())
                    .fix("remove truncatedBptt: only targets at every step can be learnt piece by piece")
                    .toString());
        }
        if (feeding.truncatedBptt().isPresent() && encoding.source().isPresent()) {
            throw new ConfigException(ErrorMessage.of("truncatedBptt cuts sequences that answer a source")
                    .fact("truncatedBptt", feeding.truncatedBptt().getAsInt())
                    .fix("remove truncatedBptt: a source is read as a whole, for the whole of its answer")
                    .toString());
        }
        List<Window> windows = new ArrayList<>();
        for (int[] group : LengthBuckets.batches(lengths, feeding.batchSize(), key)) {
            addWindows(group, feeding.truncatedBptt(), windows);
        }
        return new Windows(windows);
    }

    private void addWindows(int[] group, OptionalInt truncatedBptt, List<Window> windows) {
        // The first is the longest; sequences without steps still are a batch.
        int longest = lengths[group[0]];
        int steps = truncatedBptt.orElse(Math.max(1, longest));
        int from = 0;
        do {
            windows.add(new Window(group, from, Math.min(longest, from + steps)));
            from += steps;
        } while (from < longest);
    }

    /** Steps {@code from} to {@code to} of some sequences. */
    private record Window(int[] group, int from, int to) {}

    private final class Windows implements Epoch {
        private final List<Window> windows;

        Windows(List<Window> windows) {
            this.windows = windows;
        }

        @Override
        public int size() {
            return windows.size();
        }

        @Override
        public boolean continues(int index) {
            return windows.get(index).from() > 0;
        }

        @Override
        public Segment segment(int index) {
            return new Segment(batch(windows.get(index)), continues(index));
        }
    }

    private Batch batch(Window window) {
        List<Example> group =
                Arrays.stream(window.group()).mapToObj(examples::get).toList();
        int[] taken = new int[group.size()];
        for (int b = 0; b < taken.length; b++) {
            taken[b] = Math.max(0, Math.min(group.get(b).length(), window.to()) - window.from());
        }
        int steps = window.to() - window.from();
        Batch batch = Batch.of(packed(group, Example::input, window, taken), taken)
                .withExampleIds(Arrays.stream(window.group()).asLongStream().toArray());
        for (String side : encoding.sides().keySet()) {
            batch = batch.withSide(
                    side,
                    packed(
                            group,
                            example -> Objects.requireNonNull(example.sides().get(side)),
                            window,
                            taken));
        }
        batch = withTargets(batch, group, window, taken);
        if (encoding.source().isPresent()) {
            batch = withSources(batch, group, encoding.source().get().perStep());
        }
        return group.stream().allMatch(example -> example.targetMask().isEmpty())
                ? batch
                : batch.withTargetMask(TargetMasks.of(
                        group,
                        window.from(),
                        taken,
                        steps,
                        encoding.targetLength().isSequence()));
    }

    private Batch withTargets(Batch batch, List<Example> group, Window window, int[] taken) {
        List<Tensor> targets = group.stream().map(Example::target).toList();
        return switch (encoding.targetLength()) {
            case ONE -> batch.withTarget(Packing.vectors(targets));
            case STEPS -> batch.withTarget(packed(group, Example::target, window, taken));
            case OWN -> {
                int[] lengths = targets.stream().mapToInt(t -> t.extent(0)).toArray();
                int longest = Arrays.stream(lengths).max().orElse(0);
                yield batch.withTarget(Packing.sequences(targets, 0, lengths, longest), lengths);
            }
        };
    }

    private static Batch withSources(Batch batch, List<Example> group, boolean perStep) {
        List<Tensor> sources =
                group.stream().map(example -> example.source().orElseThrow()).toList();
        if (!perStep) return batch.withSource(Encoding.SOURCE, Packing.vectors(sources));
        int[] sourceLengths = sources.stream().mapToInt(s -> s.extent(0)).toArray();
        int longest = Math.max(1, Arrays.stream(sourceLengths).max().orElse(1));
        return batch.withSource(Encoding.SOURCE, Packing.sequences(sources, 0, sourceLengths, longest), sourceLengths);
    }

    private static Tensor packed(List<Example> group, Function<Example, Tensor> part, Window window, int[] taken) {
        return Packing.sequences(group.stream().map(part).toList(), window.from(), taken, window.to() - window.from());
    }
}
