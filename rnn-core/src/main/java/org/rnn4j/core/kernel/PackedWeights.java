package org.rnn4j.core.kernel;

import java.util.Arrays;

/**
 * The second operand of a {@link Product}: weights as {@code [panels][depth][16]}, zeros in the lanes that have no output.
 *
 * <p>Filled block by block with {@link Kernels#packWeights} and {@link Kernels#packTransposed}: the gates of a merged
 * product stack along the panels, each from a panel of its own; in the transposed product, which takes gradients back to
 * the input, they follow each other along k.
 *
 * @param array the storage
 * @param offset the place of panel 0
 * @param panels number of panels of output columns
 * @param k number of input columns, exact, padding not counted
 */
// Implementation note. The column that an odd k has more is of negative zeros, that of the rows of positive ones: their
// product, a negative zero, leaves the bits of every sum as they are.
public record PackedWeights(float[] array, int offset, int panels, int k) {
    /** Allocates weights, all zero. */
    public static PackedWeights allocate(int panels, int k) {
        int offset = PanelLayout.ALIGNED_OFFSET;
        int depth = depth(k);
        float[] array = new float[offset + panels * depth * PanelLayout.WIDTH];
        for (int panel = 1; panel <= panels && depth > k; panel++) {
            int end = offset + panel * depth * PanelLayout.WIDTH;
            Arrays.fill(array, end - PanelLayout.WIDTH, end, -0f);
        }
        return new PackedWeights(array, offset, panels, k);
    }

    /** Returns the columns that stand in a panel: so many as are packed, or one more. */
    public static int depth(int k) {
        return PanelLayout.even(k);
    }

    /** Returns the floats from one panel to the next. */
    public int panelStride() {
        return depth(k) * PanelLayout.WIDTH;
    }

    /** Returns the place of a panel in the array. */
    public int panel(int panel) {
        return offset + panel * panelStride();
    }
}
