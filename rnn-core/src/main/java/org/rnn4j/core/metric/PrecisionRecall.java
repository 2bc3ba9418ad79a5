package org.rnn4j.core.metric;

/**
 * How much of what was found is right, and how much of what is there was found.
 *
 * <pre>
 * precision = right / found        recall = right / expected        F1 = 2 right / (found + expected)
 * </pre>
 *
 * @param right found, and there
 * @param found by the network
 * @param expected in the data
 */
public record PrecisionRecall(long right, long found, long expected) {
    /** Nothing yet. */
    public static final PrecisionRecall NONE = new PrecisionRecall(0, 0, 0);

    /** Both together. */
    public PrecisionRecall plus(PrecisionRecall other) {
        return new PrecisionRecall(right + other.right, found + other.found, expected + other.expected);
    }

    /** right / found; 0 if nothing was found. */
    public double precision() {
        return found == 0 ? 0 : (double) right / found;
    }

    /** right / expected; 0 if there is nothing. */
    public double recall() {
        return expected == 0 ? 0 : (double) right / expected;
    }

    /** The harmonic mean of both; 0 if both are. */
    public double f1() {
        return found + expected == 0 ? 0 : 2.0 * right / (found + expected);
    }
}
