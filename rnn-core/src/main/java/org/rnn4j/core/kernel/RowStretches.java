package org.rnn4j.core.kernel;

/** Rows in the order in which they are summed: stretches of rows that stand next to each other. Immutable. */
public final class RowStretches {
    private final int[] starts;
    private final int[] counts;
    private final int rows;

    private RowStretches(int[] starts, int[] counts) {
        this.starts = starts;
        this.counts = counts;
        int sum = 0;
        for (int count : counts) sum += count;
        rows = sum;
    }

    /** Stretches that begin at some rows and have so many each. */
    public static RowStretches of(int[] starts, int[] counts) {
        if (starts.length != counts.length) throw new IllegalArgumentException("a start and a count for each stretch");
        return new RowStretches(starts.clone(), counts.clone());
    }

    /** Rows {@code 0 .. rows-1}. */
    public static RowStretches ofFirst(int rows) {
        return new RowStretches(new int[] {0}, new int[] {rows});
    }

    /** Returns the number of stretches. */
    public int size() {
        return starts.length;
    }

    /** Returns the first row of a stretch. */
    public int start(int stretch) {
        return starts[stretch];
    }

    /** Returns how many rows a stretch has. */
    public int count(int stretch) {
        return counts[stretch];
    }

    /** Returns how many rows there are in all. */
    public int rows() {
        return rows;
    }
}
