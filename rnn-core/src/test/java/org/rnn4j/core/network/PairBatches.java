package org.rnn4j.core.network;

import java.util.Arrays;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * Batches of a few examples, each with its own numbers and lengths wherever it stands: an input [T, B, 3], a source
 * [S, B, 2], symbols [S, B] of another source, one class and one vector an example. Padding is such that it would be seen.
 */
final class PairBatches {
    static final int INPUT = 3;
    static final int SOURCE = 2;
    static final int SYMBOLS = 5;
    static final int CLASSES = 4;

    /** Lengths of inputs by example. */
    private static final int[] LENGTHS = {4, 0, 2, 5, 3, 1, 3};
    /** Lengths of the source by example. */
    private static final int[] SOURCES = {2, 3, 0, 1, 6, 4, 0};
    /** Lengths of the symbols by example. */
    private static final int[] SPELLED = {1, 0, 4, 3, 2, 0, 2};

    private PairBatches() {}

    /** How many examples there are. */
    static int count() {
        return LENGTHS.length;
    }

    static int length(int example) {
        return LENGTHS[example % LENGTHS.length];
    }

    static int sourceLength(int example) {
        return SOURCES[example % SOURCES.length];
    }

    /** All examples. */
    static Batch all() {
        return of(0, java.util.stream.IntStream.range(0, count()).toArray());
    }

    /** Some examples in an order, with more steps of padding than they need. */
    static Batch of(int padding, int... examples) {
        int[] lengths = lengths(LENGTHS, examples);
        long[] ids = Arrays.stream(examples).asLongStream().toArray();
        return Batch.of(numbers("x", INPUT, padding, lengths, examples), lengths)
                .withExampleIds(ids)
                .withSource(
                        "source",
                        numbers("s", SOURCE, padding, lengths(SOURCES, examples), examples),
                        lengths(SOURCES, examples))
                .withSource(
                        "letters", symbols(padding, lengths(SPELLED, examples), examples), lengths(SPELLED, examples))
                .withSource(
                        "kind",
                        Tensor.ofIds(
                                Arrays.stream(examples).map(e -> e % CLASSES).toArray(), examples.length))
                .withSource("gist", vectors("gist", SOURCE, examples));
    }

    /** A network that can read all of it. */
    static NetworkBuilder builder() {
        return Network.builder()
                .vectorInput(INPUT)
                .vectorSource("source", SOURCE)
                .oneHotSource("letters", SYMBOLS)
                .oneHotSeed("kind", CLASSES)
                .vectorSeed("gist", SOURCE)
                .seed(5);
    }

    /** Numbers [T, B, size] of each example. */
    static Tensor numbers(String name, int size, int padding, int[] lengths, int... examples) {
        int steps = Math.max(1, Arrays.stream(lengths).max().orElse(1)) + padding;
        double[] all = new double[steps * examples.length * size];
        Arrays.fill(all, Double.NaN);
        for (int b = 0; b < examples.length; b++) {
            if (lengths[b] == 0) continue;
            double[] own =
                    TestBatches.tensor(name + examples[b], lengths[b], size).doubles();
            for (int k = 0; k < own.length; k++) all[(k / size * examples.length + b) * size + k % size] = own[k];
        }
        return Tensor.of(all, steps, examples.length, size);
    }

    /** Numbers [B, size] of each example. */
    static Tensor vectors(String name, int size, int... examples) {
        double[] all = new double[examples.length * size];
        for (int b = 0; b < examples.length; b++) {
            System.arraycopy(TestBatches.tensor(name + examples[b], size).doubles(), 0, all, b * size, size);
        }
        return Tensor.of(all, examples.length, size);
    }

    private static Tensor symbols(int padding, int[] lengths, int... examples) {
        int steps = Math.max(1, Arrays.stream(lengths).max().orElse(1)) + padding;
        int[] all = new int[steps * examples.length];
        Arrays.fill(all, -1);
        for (int b = 0; b < examples.length; b++) {
            for (int t = 0; t < lengths[b]; t++) all[t * examples.length + b] = (3 * examples[b] + t) % SYMBOLS;
        }
        return Tensor.ofIds(all, steps, examples.length);
    }

    static int[] lengths(int[] of, int... examples) {
        return Arrays.stream(examples).map(e -> of[e % of.length]).toArray();
    }
}
