package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.kernel.RowStretches;

/**
 * Which row of a value belongs to which example and time step: a row for every active step, none for padding.
 *
 * <p>Examples are sorted by length, longest first, so that those still active at a step are the first ones. They are cut
 * into parts, one for each thread that shares the examples; the rows of a part stand together, step after step, so that no
 * thread writes next to another: example i of part p has the row {@code row(t, i) = row(t, low(p)) + i - low(p)} at step t.
 * Immutable.
 */
final class RowLayout {
    /** No examples. */
    static final RowLayout NONE = ofSequences(0, new int[0]);

    /** How many rows take as long as what every step costs a part, whatever its rows. */
    private static final int ROWS_OF_A_STEP = 3;

    private final int timeSteps;
    private final int[] order;
    private final int[] lengths;
    private final int[] active;
    private final int[] boundaries;
    private final int[] partOf;
    /** By part and time step: the row that example 0 would have if it belonged to the part. */
    private final int[] offset;

    private final int[] steppedRows;
    /** Where each example of the batch is among the sorted ones. */
    private final int[] rank;

    private final RowStretches stretches;
    private final Room room;
    private final int[] vectorRow;
    private final boolean inVectorOrder;

    /**
     * A layout.
     *
     * @param parts into how many parts to cut the examples, at most
     * @param vectorRows the row of each example of the batch in vectors; none if vectors are sorted as this layout is
     * @param least the room that values have at least
     */
    private RowLayout(int timeSteps, int[] given, int parts, int[] vectorRows, Room least) {
        this.timeSteps = timeSteps;
        order = longestFirst(given);
        lengths = new int[order.length];
        for (int i = 0; i < lengths.length; i++) lengths[i] = given[order[i]];
        int longest = lengths.length == 0 ? 0 : Math.min(timeSteps, lengths[0]);
        inVectorOrder = vectorRows.length == 0;
        vectorRow = new int[order.length];
        for (int i = 0; i < vectorRow.length; i++) vectorRow[i] = inVectorOrder ? i : vectorRows[order[i]];
        active = active(lengths, longest);
        rank = rank(order);
        steppedRows = new int[sum(active)];
        boundaries = boundaries(parts);
        partOf = partOf(boundaries);
        offset = placeRows();
        stretches = findStretches();
        room = least.with(new Room(rows(), examples(), largestPart()));
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
        rank = whole.rank;
        steppedRows = new int[sum(active)];
        boundaries = boundaries(1);
        partOf = partOf(boundaries);
        offset = placeRows();
        stretches = findStretches();
        room = new Room(rows(), examples(), largestPart());
    }

    /**
     * How many rows values have room for: at least those of the layout.
     *
     * @param rows over all steps
     * @param examples of a step
     * @param largestPart examples of one part
     */
    record Room(int rows, int examples, int largestPart) {
        static final Room NONE = new Room(0, 0, 0);

        private Room with(Room other) {
            return new Room(
                    Math.max(rows, other.rows),
                    Math.max(examples, other.examples),
                    Math.max(largestPart, other.largestPart));
        }
    }

    /** The room that values need. */
    Room room() {
        return room;
    }

    /** The examples by length, the longest first; those of one length in the order given. */
    private static int[] longestFirst(int[] lengths) {
        int longest = 0;
        for (int length : lengths) longest = Math.max(longest, length);
        int[] place = new int[longest + 2];
        for (int length : lengths) place[longest - length + 1]++;
        for (int k = 0; k <= longest; k++) place[k + 1] += place[k];
        int[] order = new int[lengths.length];
        for (int b = 0; b < order.length; b++) order[place[longest - lengths[b]]++] = b;
        return order;
    }

    /** How many of the sorted examples have each step. */
    private static int[] active(int[] lengths, int longest) {
        int[] active = new int[longest];
        int count = lengths.length;
        for (int t = 0; t < longest; t++) {
            while (lengths[count - 1] <= t) count--;
            active[t] = count;
        }
        return active;
    }

    private static int[] rank(int[] order) {
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) rank[order[i]] = i;
        return rank;
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) sum += number;
        return sum;
    }

    private static int[] partOf(int[] boundaries) {
        int[] parts = new int[boundaries[boundaries.length - 1]];
        for (int p = 0; p + 1 < boundaries.length; p++) Arrays.fill(parts, boundaries[p], boundaries[p + 1], p);
        return parts;
    }

    /** Fills {@link #steppedRows} and returns {@link #offset}. */
    private int[] placeRows() {
        int[] offsets = new int[parts() * active.length];
        int row = 0;
        for (int p = 0; p < parts(); p++) {
            for (int t = 0; t < active.length; t++) {
                offsets[p * active.length + t] = row - low(p);
                int end = low(p) + active(t, p);
                for (int i = low(p); i < end; i++) steppedRows[row++] = t * order.length + order[i];
            }
        }
        return offsets;
    }

    private RowStretches findStretches() {
        if (parts() == 1) return RowStretches.ofFirst(rows());
        int size = 0;
        for (int p = 0; p < parts(); p++) size += Math.min(active.length, lengths[low(p)]);
        int[] starts = new int[size];
        int[] counts = new int[size];
        int found = 0;
        for (int t = 0; t < active.length; t++) {
            for (int p = 0; p < parts() && active(t, p) > 0; p++) {
                starts[found] = row(t, low(p));
                counts[found++] = active(t, p);
            }
        }
        return RowStretches.of(starts, counts);
    }

    /**
     * The steps from one to before another, counted from the first of them; for the same examples in the same order, in one
     * part.
     */
    RowLayout part(int from, int to) {
        return new RowLayout(this, from, to);
    }

    /** True if the steps of another layout have as many examples each. */
    boolean hasStepsOf(RowLayout other) {
        return Arrays.equals(active, other.active) && Arrays.equals(lengths, other.lengths);
    }

    /** Sequences of given lengths, in one part. */
    static RowLayout ofSequences(int timeSteps, int[] lengths) {
        return ofSequences(timeSteps, lengths, 1);
    }

    /** Sequences of given lengths, in so many parts at most. */
    static RowLayout ofSequences(int timeSteps, int[] lengths, int parts) {
        return ofSequences(timeSteps, lengths, parts, Room.NONE);
    }

    /** Sequences of given lengths, in so many parts at most, with so much room at least. */
    static RowLayout ofSequences(int timeSteps, int[] lengths, int parts, Room least) {
        return new RowLayout(timeSteps, lengths, parts, new int[0], least);
    }

    /** Sequences of other lengths, in so many parts at most; vectors stand in the order of this layout. */
    RowLayout ofOthers(int otherSteps, int[] otherLengths, int parts) {
        return new RowLayout(otherSteps, otherLengths, parts, rank, Room.NONE);
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

    /** One row for each example, in the order of this layout, in one part, with so much room at least. */
    RowLayout ofVectors(Room least) {
        int[] ones = new int[order.length];
        Arrays.fill(ones, 1);
        return ofSequences(1, ones, 1, least);
    }

    /** B, the number of examples. */
    int examples() {
        return order.length;
    }

    /** The number of rows. */
    int rows() {
        return steppedRows.length;
    }

    /** The number of time steps of the longest example. */
    int steps() {
        return active.length;
    }

    /** The number of examples that have a step t. */
    int active(int t) {
        return active[t];
    }

    /** How many parts so many examples have, if not more than some. */
    static int parts(int examples, int most) {
        return Math.max(1, Math.min(most, examples));
    }

    /** How many parts there are, at least one. */
    int parts() {
        return boundaries.length - 1;
    }

    /** The first of the sorted examples of a part. */
    int low(int part) {
        return boundaries[part];
    }

    /** One past the last of the sorted examples of a part. */
    int high(int part) {
        return boundaries[part + 1];
    }

    /** The number of examples of the part that has the most. */
    int largestPart() {
        int most = 0;
        for (int p = 0; p < parts(); p++) most = Math.max(most, high(p) - low(p));
        return most;
    }

    /** The part of the i-th longest example. */
    int part(int i) {
        return partOf[i];
    }

    /** The number of examples of a part that have a step t. */
    int active(int t, int part) {
        return Math.max(0, Math.min(active[t], high(part)) - low(part));
    }

    /** The row of the i-th longest example at step t. */
    int row(int t, int i) {
        return offset[partOf[i] * active.length + t] + i;
    }

    /** The first row of a part; for the number of parts, where the next one would begin. */
    int firstRow(int part) {
        return part == parts() || active.length == 0 ? rows() : offset[part * active.length] + low(part);
    }

    /** All rows in the order of time, and of the sorted examples at each step. */
    RowStretches stretches() {
        return stretches;
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
        return steppedRows[row] / order.length;
    }

    /** By row: where it is in a sequence [T, B], {@code t * B + b}; not to be changed. */
    int[] steppedRows() {
        return steppedRows;
    }

    /** Which one of the sorted examples a row belongs to. */
    int sortedExample(int row) {
        return rank[steppedRows[row] % order.length];
    }

    /**
     * Cuts the sorted examples into parts that take about the same time: those of long examples have more steps, and fewer
     * rows.
     *
     * @return boundaries: part k is the examples from k to before k + 1
     */
    int[] boundaries(int most) {
        int[] boundaries = new int[parts(examples(), most) + 1];
        long low = 0;
        long high = rows() + (long) ROWS_OF_A_STEP * steps();
        while (low < high) {
            long limit = (low + high) / 2;
            if (fits(limit, boundaries)) high = limit;
            else low = limit + 1;
        }
        fits(high, boundaries);
        return boundaries;
    }

    /** Fills all parts but the last up to a limit, each with an example at least; true if all stay within it. */
    private boolean fits(long limit, int[] boundaries) {
        int last = boundaries.length - 2;
        boolean fits = true;
        int end = 0;
        for (int part = 0; part <= last; part++) {
            int most = examples() - (last - part);
            long cost = end < examples() ? (long) ROWS_OF_A_STEP * lengths[end] : 0;
            while (end < most && (end == boundaries[part] || part == last || cost + lengths[end] <= limit)) {
                cost += lengths[end++];
            }
            boundaries[part + 1] = end;
            fits &= cost <= limit;
        }
        return fits;
    }
}
