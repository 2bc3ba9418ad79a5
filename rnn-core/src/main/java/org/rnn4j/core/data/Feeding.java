package org.rnn4j.core.data;

import java.util.OptionalInt;
import org.rnn4j.api.Option;

/**
 * How data is fed to a network.
 *
 * @param batchSize most examples at a time
 * @param truncatedBptt most steps of a segment; longer sequences go on in the next one. Empty for whole sequences
 * @param seed of the order
 */
public record Feeding(int batchSize, OptionalInt truncatedBptt, long seed) {
    /** Most examples at a time. */
    public static final Option<Integer> BATCH_SIZE = Option.integer(
                    "batchSize", "examples, or streams of running text, in a batch")
            .atLeast(1);
    /** Most steps at a time. */
    public static final Option<Integer> TRUNCATED_BPTT = Option.integer(
                    "truncatedBptt",
                    "steps after which gradients are cut, while states go on; of running text "
                            + StreamPart.DEFAULT_STEPS + " if absent, else whole sequences")
            .atLeast(1);

    /** Checks the ranges. */
    public Feeding {
        BATCH_SIZE.checked(batchSize);
        truncatedBptt.ifPresent(TRUNCATED_BPTT::checked);
    }

    /** Whole sequences. */
    public static Feeding of(int batchSize, long seed) {
        return new Feeding(batchSize, OptionalInt.empty(), seed);
    }

    /** The same with segments of at most so many steps. */
    public Feeding withTruncatedBptt(int steps) {
        return new Feeding(batchSize, OptionalInt.of(steps), seed);
    }
}
