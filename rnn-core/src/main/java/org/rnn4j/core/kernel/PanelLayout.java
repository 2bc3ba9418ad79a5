package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * How a value is stored: in panels of 16 columns.
 *
 * <p>A value of {@code size} columns and at most {@code rowCapacity} rows is {@code [panels(size)][rowCapacity][16]}, so
 * the element {@code (row, column)} stands at {@code offset + index(row, column, rowCapacity)}. The lanes of the last
 * panel past {@code size} are padding: they hold anything, NaN included, and no kernel lets them reach a valid lane.
 *
 * <p>A value of size 1 is a <em>splat</em>: it holds its number in all 16 lanes of its one panel, and every kernel that
 * writes such a value writes all of them. So it is broadcast to any size by using its panel for every panel.
 */
public final class PanelLayout {
    // Implementation note. Sixteen floats are one cache line and one AVX-512 register. The work of one time step on one
    // panel is one contiguous block; a block of rows is read by a product as its broadcast operand without packing, and
    // by a weight gradient, which sums over rows, as its packed operand.

    /** Columns of a panel. */
    public static final int WIDTH = 16;

    /**
     * A first offset that puts every panel row on a cache line, in arrays that are large enough to be placed on a page
     * boundary by the collector: array headers take 16 bytes, so 12 floats complete the line.
     */
    public static final int ALIGNED_OFFSET = 12;

    private PanelLayout() {}

    /** Returns the number of panels of a value of {@code size} columns. */
    public static int panels(int size) {
        return (size + WIDTH - 1) / WIDTH;
    }

    /** Returns how many steps a tile's loop has for so many: an even number, for it takes two in a round. */
    public static int even(int steps) {
        return steps + (steps & 1);
    }

    /** Returns the number of valid columns of the last panel, 1 to 16. */
    public static int lastWidth(int size) {
        return size - (panels(size) - 1) * WIDTH;
    }

    /** Returns the number of floats that a value takes. */
    public static int length(int size, int rowCapacity) {
        return panels(size) * rowCapacity * WIDTH;
    }

    /** Returns the place of an element, relative to the offset of its value. */
    public static int index(int row, int column, int rowCapacity) {
        return (column / WIDTH * rowCapacity + row) * WIDTH + column % WIDTH;
    }

    /**
     * Writes a vector as a row of panels {@code [panels(size)][16]}, the form of a bias; padding becomes zero, and a
     * vector of size 1 a splat.
     */
    public static void packVector(float[] vector, int vectorOffset, int size, float[] packed, int packedOffset) {
        if (size == 1) {
            Arrays.fill(packed, packedOffset, packedOffset + WIDTH, vector[vectorOffset]);
            return;
        }
        System.arraycopy(vector, vectorOffset, packed, packedOffset, size);
        Arrays.fill(packed, packedOffset + size, packedOffset + panels(size) * WIDTH, 0f);
    }
}
