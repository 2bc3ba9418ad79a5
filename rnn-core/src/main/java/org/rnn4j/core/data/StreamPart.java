package org.rnn4j.core.data;

import java.util.Arrays;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * One long sequence of symbols, cut into B streams of the same length, give or take one step, that are read side by side.
 *
 * <p>Each segment continues the one before it, so a state is carried through a whole stream; every symbol but the first of
 * the part is a target exactly once in an epoch.
 */
public final class StreamPart implements DataPart {
    /** Steps of a segment if nothing is said. */
    static final int DEFAULT_STEPS = 64;
    /** Streams of an evaluation are at least so long, because each begins without a past. */
    private static final int LEAST_EVALUATED = 1000;

    private final int[] symbols;
    private final TextPlace place;

    private StreamPart(int[] symbols, TextPlace place) {
        this.symbols = symbols;
        this.place = place;
    }

    /**
     * A part of a text.
     *
     * @param symbols at least 2; not copied
     * @param place for messages
     */
    public static StreamPart of(int[] symbols, TextPlace place) {
        if (symbols.length < 2) {
            throw new DataException(ErrorMessage.of("A part of the text is too short" + place.suffix())
                    .fact("symbols", symbols.length)
                    .fix("give a longer text: one symbol to read and one to predict are the least")
                    .toString());
        }
        return new StreamPart(symbols, place);
    }

    @Override
    public long examples() {
        return 1;
    }

    @Override
    public long steps() {
        return symbols.length - 1L;
    }

    @Override
    public Epoch epoch(Feeding feeding, int number) {
        if (feeding.batchSize() > steps()) {
            throw new DataException(ErrorMessage.of("The text is too short for its streams" + place.suffix())
                    .fact("steps", steps())
                    .fact("streams", feeding.batchSize() + " (batchSize)")
                    .fix("lower batchSize, or give a longer text")
                    .toString());
        }
        return new Streams(feeding.batchSize(), feeding.truncatedBptt().orElse(DEFAULT_STEPS));
    }

    @Override
    public Epoch inOrder(Feeding feeding) {
        long streams = Math.max(1, Math.min(feeding.batchSize(), steps() / LEAST_EVALUATED));
        return new Streams((int) streams, feeding.truncatedBptt().orElse(DEFAULT_STEPS));
    }

    private final class Streams implements Epoch {
        private final int streams;
        private final int most;
        private final int shortest;
        private final int longer;

        Streams(int streams, int most) {
            this.streams = streams;
            this.most = most;
            this.shortest = (symbols.length - 1) / streams;
            this.longer = (symbols.length - 1) % streams;
        }

        @Override
        public int size() {
            int longest = shortest + (longer > 0 ? 1 : 0);
            return (int) (((long) longest + most - 1) / most);
        }

        @Override
        public boolean continues(int index) {
            return index > 0;
        }

        @Override
        public Segment segment(int index) {
            int from = Math.multiplyExact(index, most);
            int[] lengths = new int[streams];
            for (int b = 0; b < streams; b++) {
                int length = shortest + (b < longer ? 1 : 0);
                lengths[b] = Math.max(0, Math.min(length - from, most));
            }
            int steps = Arrays.stream(lengths).max().orElse(0);
            int[] input = new int[steps * streams];
            int[] target = new int[steps * streams];
            for (int b = 0; b < streams; b++) {
                int begin = b * shortest + Math.min(b, longer) + from;
                for (int t = 0; t < lengths[b]; t++) {
                    input[t * streams + b] = symbols[begin + t];
                    target[t * streams + b] = symbols[begin + t + 1];
                }
            }
            Batch batch = Batch.of(Tensor.ofIds(input, steps, streams), lengths)
                    .withTarget(Tensor.ofIds(target, steps, streams));
            return new Segment(batch, continues(index));
        }
    }
}
