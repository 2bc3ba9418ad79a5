package org.rnn4j.core.kernel;

/**
 * The second operand of a {@link Product}: weights as {@code [panels][k][16]}, zeros in the lanes that have no output.
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
public record PackedWeights(float[] array, int offset, int panels, int k) {
    /** Allocates weights, all zero. */
    public static PackedWeights allocate(int panels, int k) {
        int offset = PanelLayout.ALIGNED_OFFSET;
        return new PackedWeights(new float[offset + panels * k * PanelLayout.WIDTH], offset, panels, k);
    }

    /** Returns the place of a panel in the array. */
    public int panel(int panel) {
        return offset + panel * k * PanelLayout.WIDTH;
    }
}
