package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * A block of rows that stand next to each other, or are copied from several stretches so that they do.
 *
 * <p>Mutable and reused; part of a {@link WeightGradient}.
 */
public final class RowBlock {
    /** Rows of a block, at most. */
    private static final int ROWS = 128;

    private static final int WIDTH = PanelLayout.WIDTH;

    /** Where the rows of the gradient of the output stand. */
    public final Panels dy = new Panels();
    /** Where the rows of the input stand. */
    public final Panels x = new Panels();

    private final int[] starts = new int[ROWS];
    private final int[] counts = new int[ROWS];
    private int pieces;
    private int rows;
    private float[] dyCopy = {};
    private float[] xCopy = {};

    /** Creates a block without rows. */
    RowBlock() {}

    /** Begins a block without rows. */
    public void begin() {
        pieces = 0;
        rows = 0;
    }

    /** Takes some rows, from one on, as far as there is room; returns how many. */
    public int add(int row, int most) {
        int count = Math.min(most, ROWS - rows);
        starts[pieces] = row;
        counts[pieces++] = count;
        rows += count;
        return count;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns true if there is no more room. */
    public boolean isFull() {
        return rows == ROWS;
    }

    /** Sets where some panels of the block's rows of a value stand: {@link #dy} or {@link #x}. */
    public void place(Panels value, int firstPanel, int panels, Panels rows) {
        if (pieces <= 1) {
            int row = pieces == 0 ? 0 : starts[0];
            rows.set(value.array, value.offset + row * WIDTH, value.rowCapacity);
            return;
        }
        float[] copy = reserve(PanelLayout.ALIGNED_OFFSET + panels * ROWS * WIDTH, rows == dy);
        int to = PanelLayout.ALIGNED_OFFSET;
        for (int p = 0; p < panels; p++) {
            int panel = value.offset + (firstPanel + p) * value.panelStride();
            int at = to + p * ROWS * WIDTH;
            for (int k = 0; k < pieces; k++) {
                System.arraycopy(value.array, panel + starts[k] * WIDTH, copy, at, counts[k] * WIDTH);
                at += counts[k] * WIDTH;
            }
        }
        rows.set(copy, to - firstPanel * ROWS * WIDTH, ROWS);
    }

    private float[] reserve(int length, boolean ofDy) {
        if (ofDy) {
            if (dyCopy.length < length) dyCopy = Arrays.copyOf(dyCopy, length);
            return dyCopy;
        }
        if (xCopy.length < length) xCopy = Arrays.copyOf(xCopy, length);
        return xCopy;
    }
}
