package org.rnn4j.core.kernel;

/** What the tile kernels of a {@link WeightGradient} read; its places are arguments of the tile kernels. */
public final class GradientOperands {
    /** Gradient of the output. */
    public float[] dy = {};
    /** Input. */
    public float[] x = {};
    /** From one panel of x to the next. */
    public int xPanelStride;
    /** Number of rows that are summed, an even one. */
    public int rows;
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
