package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.RowStretches;

/**
 * The gradient of a table of which a step looks up few of many rows: the rows that were added to, next to each other in the
 * order in which they came. All others are zero. To add to it, to clear and to measure it costs what the look-ups cost,
 * whatever the size of the vocabulary.
 *
 * <p>Belongs to one parameter; for one thread at a time, or for many that only read.
 */
final class RowGradient {
    /** Rows from which on a table's gradient is kept like this; smaller ones stay in the caches as they are. */
    static final int MANY = 1024;

    private final int columns;
    /** For each row of the table one more than its place among those held, 0 if it is not. */
    private final int[] places;

    private int[] held = new int[16];
    private int count;
    private Matrix numbers;
    private int[] looked = new int[0];

    RowGradient(int rows, int columns) {
        this.columns = columns;
        this.places = new int[rows];
        this.numbers = matrix(held.length);
    }

    private Matrix matrix(int rows) {
        // Loops over rows may read on by a register.
        float[] array = new float[Math.addExact(2 * PanelLayout.ALIGNED_OFFSET, Math.multiplyExact(rows, columns))];
        return new Matrix(array, PanelLayout.ALIGNED_OFFSET, rows, columns);
    }

    /** The columns of the table. */
    int columns() {
        return columns;
    }

    /** The rows held, next to each other, and room for more; until one more is held. */
    Matrix numbers() {
        return numbers;
    }

    /** How many numbers are held. */
    int length() {
        return count * columns;
    }

    /** Where a row's numbers begin, in the array of {@link #numbers}; -1 if it is not held. */
    int find(int row) {
        return places[row] == 0 ? -1 : start(places[row] - 1);
    }

    private int start(int place) {
        return numbers.offset() + place * columns;
    }

    /** The place of a row among those held; one that was not is zero now. */
    int hold(int row) {
        if (places[row] == 0) {
            if (count == held.length) grow();
            held[count] = row;
            Arrays.fill(numbers.array(), start(count), start(count + 1), 0);
            places[row] = ++count;
        }
        return places[row] - 1;
    }

    private void grow() {
        int more = (int) Math.min(places.length, 2L * count);
        Matrix larger = matrix(more);
        System.arraycopy(numbers.array(), numbers.offset(), larger.array(), larger.offset(), length());
        numbers = larger;
        held = Arrays.copyOf(held, more);
    }

    /** The places of the rows that some indices look up, at the places of the indices. */
    int[] hold(int[] ids, RowStretches rows) {
        for (int k = 0; k < rows.size(); k++) {
            int end = rows.start(k) + rows.count(k);
            if (looked.length < end) looked = Arrays.copyOf(looked, end);
            for (int row = rows.start(k); row < end; row++) looked[row] = hold(ids[row]);
        }
        return looked;
    }

    /** The number at a position of the table. */
    float get(int position) {
        int start = find(position / columns);
        return start < 0 ? 0 : numbers.array()[start + position % columns];
    }

    /** Sets the number at a position of the table. */
    void set(int position, float value) {
        if (value == 0 && find(position / columns) < 0) return;
        int start = start(hold(position / columns));
        numbers.array()[start + position % columns] = value;
    }

    /** Copies the numbers from a position of the table on. */
    void read(int position, int length, float[] into, int at) {
        int end = position + length;
        for (int from = position; from < end; ) {
            int column = from % columns;
            int n = Math.min(columns - column, end - from);
            int start = find(from / columns);
            int to = at + from - position;
            if (start < 0) Arrays.fill(into, to, to + n, 0);
            else System.arraycopy(numbers.array(), start + column, into, to, n);
            from += n;
        }
    }

    /** Holds no row. */
    void clear() {
        for (int k = 0; k < count; k++) places[held[k]] = 0;
        count = 0;
    }
}
