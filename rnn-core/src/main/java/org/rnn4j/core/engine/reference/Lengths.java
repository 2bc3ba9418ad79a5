package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many steps each example has.
 *
 * @param of the length of each example
 * @param timeSteps T, the number of steps that fit
 */
record Lengths(int[] of, int timeSteps) {
    /** Vectors, seen as sequences of one step. */
    static Lengths ofVectors(int batchSize) {
        int[] ones = new int[batchSize];
        Arrays.fill(ones, 1);
        return new Lengths(ones, 1);
    }

    /** B, the number of examples. */
    int batchSize() {
        return of.length;
    }

    /** The number of the longest example's steps. */
    int longest() {
        return Arrays.stream(of).max().orElse(0);
    }

    /** The examples that have a step t, in order. */
    int[] active(int t) {
        return IntStream.range(0, of.length).filter(b -> t < of[b]).toArray();
    }

    /** All examples. */
    int[] all() {
        return IntStream.range(0, of.length).toArray();
    }
}
