package org.rnn4j.core.kernel;

/** What the tile kernels of a {@link Product} read; kernels fill it in and a product keeps it, so that none is allocated. */
public final class ProductOperands {
    // Implementation note. Tile kernels take one object and read from it before and after their loop what they need
    // there: with each number as an argument of its own, the compiler keeps all of them alive through the loop, spills
    // the array addresses, and a product loses 15 percent.

    /** Input. */
    public float[] a = {};
    /** Place of row 0, k = 0. */
    public int aOffset;
    /** Panel stride less 16: what is skipped between the last k of a panel and the first of the next. */
    public int aSkip;
    /** Number of columns that are read; an even number of packed ones. */
    public int k;
    /** Packed weights. */
    public float[] w = {};
    /** Place of k = 0 of the first panel. */
    public int wOffset;
    /** From one computed panel to the next. */
    public int wPanelStride;
    /** Start values. */
    public float[] start = {};
    /** Place of the start value of row 0 of the first panel. */
    public int startOffset;
    /** From row to row. */
    public int startRowStride;
    /** From one computed panel to the next. */
    public int startPanelStride;
    /** Result. */
    public float[] c = {};
    /** Place of row 0 of the first panel. */
    public int cOffset;
    /** From one computed panel to the next. */
    public int cPanelStride;

    /** Creates operands that a kernel fills in. */
    ProductOperands() {}
}
