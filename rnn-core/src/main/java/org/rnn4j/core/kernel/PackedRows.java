package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * The first operand of a {@link Product} as its kernels read it best: tiles of a few rows as {@code [tile][k][16]}, a lane
 * for each row.
 *
 * <p>Filled by {@link Kernels#packRows}, which decides how many rows a tile has; pays where many panels of weights are
 * multiplied with the same rows. Mutable; belongs to the thread that works with it.
 */
public final class PackedRows {
    /** The storage; it grows as needed. */
    public float[] array = {};
    /** Number of rows; 0 where nothing is packed. */
    public int rows;
    /** Number of tiles, of even numbers of rows. */
    public int tiles;
    /** Columns of each row, all parts one after the other, without padding. */
    public int k;

    /** Makes room for so many tiles; returns this. */
    public PackedRows reserve(int newRows, int newTiles, int newK) {
        rows = newRows;
        tiles = newTiles;
        k = newK;
        int length = PanelLayout.ALIGNED_OFFSET + newTiles * newK * PanelLayout.WIDTH;
        if (array.length < length) array = Arrays.copyOf(array, length);
        return this;
    }

    /** Holds nothing from now on. */
    public void clear() {
        rows = 0;
    }

    /** Returns the place of a tile. */
    public int tile(int tile) {
        return PanelLayout.ALIGNED_OFFSET + tile * k * PanelLayout.WIDTH;
    }

    /** Returns the first row of a tile; for the number {@link #tiles}, where the next one would begin. */
    public int firstRow(int tile) {
        return (int) ((long) rows * tile / tiles);
    }
}
