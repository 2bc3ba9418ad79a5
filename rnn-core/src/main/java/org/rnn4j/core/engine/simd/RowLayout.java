package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Prepared;

/**
 * Which row of a value belongs to which example and time step: a row for every active step, none for padding.
 *
 * <p>Examples are sorted by length, longest first, so that those still active at a step are the first ones: step t has the
 * rows {@code offset(t) .. offset(t) + active(t) - 1}. Immutable.
 */
final class RowLayout {
    private final int timeSteps;
    private final int[] order;
    private final int[] lengths;
    private final int[] active;
    private final int[] offset;
    private final int[] rowTime;
    private final int[] rowExample;
    private final int[] vectorRow;
    private final boolean inVectorOrder;

    private RowLayout(int timeSteps, int[] given) {
        this(timeSteps, given, new int[0]);
    }

    /**
     * A layout.
     *
     * @param vectorRows the row of each example of the batch in vectors; none if vectors are sorted as this layout is
     */
    private RowLayout(int timeSteps, int[] given, int[] vectorRows) {
        this.timeSteps = timeSteps;
        order = IntStream.range(0, given.length)
                .boxed()
                .sorted(Comparator.comparingInt(b -> -given[b]))
                .mapToInt(b -> b)
                .toArray();
        lengths = Arrays.stream(order).map(b -> given[b]).toArray();
        int longest = lengths.length == 0 ? 0 : Math.min(timeSteps, lengths[0]);
        inVectorOrder = vectorRows.length == 0;
        vectorRow = inVectorOrder
                ? IntStream.range(0, order.length).toArray()
                : Arrays.stream(order).map(b -> vectorRows[b]).toArray();
        active = active(lengths, longest);
        offset = offsets(active);
        int rows = Arrays.stream(active).sum();
        rowTime = new int[rows];
        rowExample = new int[rows];
        fillRows();
    }

    /** Some steps of another layout, for the same examples in the same order. */
    private RowLayout(RowLayout whole, int from, int to) {
        timeSteps = to - from;
        order = whole.order;
        inVectorOrder = whole.inVectorOrder;
        vectorRow = whole.vectorRow;
        lengths = Arrays.stream(whole.lengths)
                .map(l -> Math.max(0, Math.min(l, to) - from))
                .toArray();
        active = Arrays.copyOfRange(whole.active, from, to);
        offset = offsets(active);
        int rows = Arrays.stream(active).sum();
        rowTime = new int[rows];
        rowExample = new int[rows];
        fillRows();
    }

    private static int[] active(int[] lengths, int longest) {
        int[] active = new int[longest];
        for (int length : lengths) {
            for (int t = 0; t < length; t++) active[t]++;
        }
        return active;
    }

    private static int[] offsets(int[] active) {
        int[] offsets = new int[active.length];
        for (int t = 1; t < active.length; t++) offsets[t] = offsets[t - 1] + active[t - 1];
        return offsets;
    }

    private void fillRows() {
        for (int t = 0; t < active.length; t++) {
            for (int i = 0; i < active[t]; i++) {
                rowTime[offset[t] + i] = t;
                rowExample[offset[t] + i] = i;
            }
        }
    }

    /** The steps from one to before another, counted from the first of them; for the same examples in the same order. */
    RowLayout part(int from, int to) {
        return new RowLayout(this, from, to);
    }

    /** True if the steps of another layout have as many examples each. */
    boolean hasStepsOf(RowLayout other) {
        return Arrays.equals(active, other.active) && Arrays.equals(lengths, other.lengths);
    }

    /** Sequences of given lengths. */
    static RowLayout ofSequences(int timeSteps, int[] lengths) {
        return new RowLayout(timeSteps, lengths);
    }

    /** Sequences of other lengths; vectors stand in the order of this layout. */
    RowLayout ofOthers(int otherSteps, int[] otherLengths) {
        int[] rows = new int[order.length];
        for (int i = 0; i < order.length; i++) rows[order[i]] = i;
        return new RowLayout(otherSteps, otherLengths, rows);
    }

    /** True if sources have the same examples' lengths in the same order, and the same number of time steps. */
    boolean isOf(Prepared.Lengths given) {
        if (given.timeSteps() != timeSteps || given.of().length != order.length) return false;
        for (int i = 0; i < order.length; i++) {
            if (given.of()[order[i]] != lengths[i]) return false;
        }
        return true;
    }

    /** The lengths of the examples in the order of the batch. */
    Prepared.Lengths lengths() {
        int[] all = new int[order.length];
        for (int i = 0; i < all.length; i++) all[order[i]] = lengths[i];
        return new Prepared.Lengths(timeSteps, all);
    }

    /** True if a batch has the same examples' lengths in the same order, and the same number of time steps. */
    boolean isOf(Batch batch) {
        if (batch.timeSteps() != timeSteps || batch.batchSize() != order.length) return false;
        for (int i = 0; i < order.length; i++) {
            if (batch.length(order[i]) != lengths[i]) return false;
        }
        return true;
    }

    /** One row for each example, in the order of this layout. */
    RowLayout ofVectors() {
        int[] ones = new int[order.length];
        Arrays.fill(ones, 1);
        return new RowLayout(1, ones);
    }

    /** B, the number of examples. */
    int examples() {
        return order.length;
    }

    /** The number of rows. */
    int rows() {
        return rowTime.length;
    }

    /** The number of time steps of the longest example. */
    int steps() {
        return active.length;
    }

    /** The number of examples that have a step t. */
    int active(int t) {
        return active[t];
    }

    /** The first row of step t. */
    int offset(int t) {
        return offset[t];
    }

    /** The number that the i-th longest example has in the batch. */
    int example(int i) {
        return order[i];
    }

    /** The row of the i-th longest example in vectors. */
    int vectorRow(int i) {
        return vectorRow[i];
    }

    /** True if vectors are sorted as this layout is. */
    boolean isInVectorOrder() {
        return inVectorOrder;
    }

    /** T, the number of time steps that fit. */
    int timeSteps() {
        return timeSteps;
    }

    /** The length of the i-th longest example. */
    int length(int i) {
        return lengths[i];
    }

    /** The time step of a row. */
    int time(int row) {
        return rowTime[row];
    }

    /** Which one of the sorted examples a row belongs to. */
    int sortedExample(int row) {
        return rowExample[row];
    }

    /**
     * Cuts the sorted examples into parts with about the same number of rows.
     *
     * @return boundaries: part k is the examples from k to before k + 1
     */
    int[] parts(int most) {
        int count = Math.max(1, Math.min(most, examples()));
        int[] boundaries = new int[count + 1];
        long seen = 0;
        int part = 1;
        for (int i = 0; i < examples() && part < count; i++) {
            seen += lengths[i];
            if (seen * count >= (long) part * rows()) boundaries[part++] = i + 1;
        }
        while (part <= count) boundaries[part++] = examples();
        return boundaries;
    }
}
