package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.Matrix;

/**
 * The rows of a gradient that are not zero, where a step looks up few of many rows: clearing them costs what the look-ups
 * cost, whatever the size of the vocabulary. Belongs to the gradient of one parameter.
 */
final class TouchedRows {
    private int[] rows = new int[0];
    private int count;
    private boolean all;

    /** Some rows have been added to. */
    void add(int[] indices, int length, int most) {
        if (all || count + length > most) {
            all = true;
            return;
        }
        if (rows.length < count + length) rows = Arrays.copyOf(rows, Math.max(2 * rows.length, count + length));
        System.arraycopy(indices, 0, rows, count, length);
        count += length;
    }

    /** Any row may have been written. */
    void addAll() {
        all = true;
    }

    /** Sets what has been touched to zero. */
    void clear(Matrix matrix) {
        float[] array = matrix.array();
        if (all) {
            Arrays.fill(array, matrix.offset(), matrix.offset() + matrix.rows() * matrix.stride(), 0);
        } else {
            for (int k = 0; k < count; k++) {
                int from = matrix.offset() + rows[k] * matrix.stride();
                Arrays.fill(array, from, from + matrix.columns(), 0);
            }
        }
        count = 0;
        all = false;
    }
}
