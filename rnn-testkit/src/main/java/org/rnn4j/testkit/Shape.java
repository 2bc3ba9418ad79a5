package org.rnn4j.testkit;

import java.util.Arrays;
import java.util.List;

/**
 * Which examples a batch holds.
 *
 * @param timeSteps T, at least the largest length
 * @param examples number of the example in each row: equal numbers, equal data
 * @param lengths of each row
 */
public record Shape(int timeSteps, int[] examples, int[] lengths) {
    /** Full batches, lengths with an empty example, B = 1, T = 1, and B = 7. */
    public static final List<Shape> ALL =
            List.of(of(4, 4, 4), of(5, 2, 0, 4), of(4, 4), of(1, 1, 1, 1), of(3, 3, 1, 0, 2, 3, 0, 2));

    /** Checks that there is a length for each example. */
    public Shape {
        if (examples.length != lengths.length) throw new IllegalArgumentException("not one length for each example");
        examples = examples.clone();
        lengths = lengths.clone();
    }

    /** The examples 0, 1, … of given lengths. */
    public static Shape of(int timeSteps, int... lengths) {
        int[] examples = new int[lengths.length];
        Arrays.setAll(examples, b -> b);
        return new Shape(timeSteps, examples, lengths);
    }

    /** A copy of the examples' numbers. */
    @Override
    public int[] examples() {
        return examples.clone();
    }

    /** A copy of the lengths. */
    @Override
    public int[] lengths() {
        return lengths.clone();
    }

    /** B, the number of rows. */
    public int batchSize() {
        return lengths.length;
    }

    /** T and lengths. */
    @Override
    public String toString() {
        return "T=" + timeSteps + " B=" + lengths.length + " lengths " + Arrays.toString(lengths);
    }
}
