package org.rnn4j.core.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which steps of an example count, and the labels there. */
final class CountedSteps {
    private CountedSteps() {}

    /** The steps of one example that count, in order. */
    static int[] of(boolean[] counted, int example, int batchSize) {
        return IntStream.range(0, counted.length / batchSize)
                .filter(t -> counted[t * batchSize + example])
                .toArray();
    }

    /** The indices of a target [T, B], or [B], at some steps of an example. */
    static int[] at(Tensor target, int[] steps, int example, int batchSize) {
        return Arrays.stream(steps)
                .map(t -> target.ids()[t * batchSize + example])
                .toArray();
    }

    /** The labels of an example's target, of whatever length. */
    static int[] labels(Batch batch, int example) {
        Tensor target = batch.target().orElseThrow();
        int length = batch.targetLengths().map(l -> l[example]).orElse(target.extent(0));
        return at(target, IntStream.range(0, length).toArray(), example, batch.batchSize());
    }
}
