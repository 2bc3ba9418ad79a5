package org.rnn4j.core.kernel;

/** What the tile kernels of a {@link WeightGradient} read; its places are arguments of the tile kernels. */
public final class GradientOperands {
    /** Rows that a tile sums at a time, at most. */
    public static final int BLOCK = 128;

    /** Gradient of the output. */
    public float[] dy = {};
    /** Input. */
    public float[] x = {};
    /** From one panel of x to the next. */
    public int xPanelStride;
    /** Number of rows that are summed. */
    public int rows;
    /** How far each of them stands from row 0, in floats. */
    public final int[] places = new int[BLOCK];
    /** Start values. */
    public float[] start = {};
    /** From n to n + 1; 0 if all start from the same 16 values for each panel. */
    public int startStride;
    /** Result. */
    public float[] out = {};
    /** From n to n + 1. */
    public int outStride;

    /** Creates operands that a kernel fills in. */
    GradientOperands() {}
}
