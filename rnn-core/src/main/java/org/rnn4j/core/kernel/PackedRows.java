package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * The first operand of a {@link Product} as its kernels read it best: tiles of a few rows as {@code [tile][depth][lanes]}, a lane
 * of a register for each row.
 *
 * <p>Filled by {@link Kernels#packRows}, which decides how many rows a tile has; pays where many panels of weights are
 * multiplied with the same rows. Mutable; belongs to the thread that works with it.
 */
public final class PackedRows {
    /** The storage; it grows as needed. */
    public float[] array = {};
    /** Number of rows; 0 where nothing is packed. */
    public int rows;
    /** Number of tiles, which share the rows evenly. */
    public int tiles;
    /** Columns of each row, all parts one after the other, and a column of zeros where they are odd. */
    public int depth;
    /** Floats from one column of a tile to the next. */
    public int lanes;

    // Asked for in every panel, so not divided each time.
    private int[] firstRows = {0};

    /** Makes room for so many tiles; returns this. */
    public PackedRows reserve(int newRows, int newTiles, int newDepth, int newLanes) {
        boolean sameTiles = rows == newRows && tiles == newTiles;
        rows = newRows;
        tiles = newTiles;
        if (!sameTiles) cut();
        depth = newDepth;
        lanes = newLanes;
        int length = PanelLayout.ALIGNED_OFFSET + newTiles * newDepth * newLanes;
        if (array.length < length) array = Arrays.copyOf(array, length);
        return this;
    }

    /** Holds nothing from now on. */
    public void clear() {
        rows = 0;
    }

    /** Returns the place of a tile. */
    public int tile(int tile) {
        return PanelLayout.ALIGNED_OFFSET + tile * depth * lanes;
    }

    /** Returns the first row of a tile; for the number {@link #tiles}, where the next one would begin. */
    public int firstRow(int tile) {
        return firstRows[tile];
    }

    /** Returns the rows of the largest tile. */
    public int mostRows() {
        return (rows + tiles - 1) / tiles;
    }

    private void cut() {
        if (firstRows.length <= tiles) firstRows = new int[tiles + 1];
        for (int tile = 0; tile <= tiles; tile++) firstRows[tile] = (int) ((long) rows * tile / tiles);
    }
}
