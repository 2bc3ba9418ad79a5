package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * A block of an even number of rows that stand next to each other, or are copied so that they do: from several stretches,
 * or because they are odd and need a row more. That row is zero, with such signs that it leaves the bits of every sum.
 *
 * <p>Mutable and reused; part of a {@link WeightGradient}.
 */
public final class RowBlock {
    /** Rows of a block, at most. */
    private static final int ROWS = 512;

    private static final int WIDTH = PanelLayout.WIDTH;

    private final int[] starts = new int[ROWS];
    private final int[] counts = new int[ROWS];
    private int pieces;
    private int rows;
    private final Place dy = new Place(0f);
    private final Place x = new Place(-0f);

    /** Where the rows of a value stand, and room for copies of them. */
    private static final class Place {
        final Panels panels = new Panels();
        final float zero;
        float[] copies = {};

        Place(float zero) {
            this.zero = zero;
        }

        float[] reserve(int length) {
            if (copies.length < length) copies = new float[length];
            return copies;
        }
    }

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

    /** Returns the number of rows, with the one more if they are odd. */
    public int evenRows() {
        return PanelLayout.even(rows);
    }

    /** Returns true if there are no rows. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Returns true if there is no more room. */
    public boolean isFull() {
        return rows == ROWS;
    }

    /**
     * Returns where the block's rows of the gradient of the output stand: [rows, 16 · (firstPanel + panels)], of which the
     * columns before {@code firstPanel} must not be read. The same view from block to block.
     */
    public Panels dy(Panels value, int firstPanel, int panels) {
        return place(value, firstPanel, panels, dy);
    }

    /** Does the same for the input. */
    public Panels x(Panels value, int firstPanel, int panels) {
        return place(value, firstPanel, panels, x);
    }

    private Panels place(Panels value, int firstPanel, int panels, Place place) {
        boolean odd = evenRows() > rows;
        if (pieces <= 1 && !odd) {
            int row = pieces == 0 ? 0 : starts[0];
            return place.panels.set(value.array, value.offset + row * WIDTH, value.rowCapacity);
        }
        float[] copies = place.reserve(PanelLayout.ALIGNED_OFFSET + panels * ROWS * WIDTH);
        for (int p = 0; p < panels; p++) {
            int panel = value.offset + (firstPanel + p) * value.panelStride();
            int at = PanelLayout.ALIGNED_OFFSET + p * ROWS * WIDTH;
            for (int k = 0; k < pieces; k++) {
                System.arraycopy(value.array, panel + starts[k] * WIDTH, copies, at, counts[k] * WIDTH);
                at += counts[k] * WIDTH;
            }
            if (odd) Arrays.fill(copies, at, at + WIDTH, place.zero);
        }
        return place.panels.set(copies, PanelLayout.ALIGNED_OFFSET - firstPanel * ROWS * WIDTH, ROWS);
    }
}
