package org.rnn4j.core.kernel;

/**
 * What a product computes: {@code C = start + A Wᵀ}, for rows {@code 0 .. rows-1} and a selection of panels.
 *
 * <p>{@code A} has {@code segments} parts of {@code segmentSize} columns, each from a panel of its own, as merged gates
 * have; {@code weights.k() = segments * segmentSize}. The panels of C that are computed are {@code firstPanel},
 * {@code firstPanel + panelStep}, … , {@code panelCount} of them: all, a range for one thread, or with
 * {@code panelStep = panels(hiddenSize)} the same 16 units of every gate.
 *
 * <p>Each element is the start value and then one fused multiply-add per column of A, in ascending order: the same bits
 * for any number of rows, any selection of panels and any kernels.
 *
 * <p>Mutable and reused; it belongs to the thread that runs it. A and C must not overlap.
 */
public final class Product {
    private static final float[] ZEROS = new float[PanelLayout.WIDTH];
    private static final PackedRows NOTHING = new PackedRows();

    /** Rows of A and C. */
    public int rows;
    /** The input. */
    public Panels a = new Panels();
    /** Number of parts of A. */
    public int segments = 1;
    /** Columns of each part. */
    public int segmentSize;
    /** The same rows packed, or none. */
    public PackedRows packed = NOTHING;
    /** The weights. */
    public PackedWeights weights = new PackedWeights(ZEROS, 0, 0, 0);
    /** The result. */
    public Panels c = new Panels();
    /** First panel of C that is computed. */
    public int firstPanel;
    /** Number of panels computed. */
    public int panelCount;
    /** From one computed panel to the next. */
    public int panelStep = 1;

    /** Working memory of the kernels. */
    public final ProductOperands operands = new ProductOperands();

    private Start start = Start.ZERO;
    private float[] bias = ZEROS;
    private int biasOffset;

    private enum Start {
        ZERO,
        BIAS,
        C
    }

    /** Sets input and number of rows; returns this. */
    public Product input(Panels a, int rows, int segments, int segmentSize) {
        this.a = a;
        this.rows = rows;
        this.segments = segments;
        this.segmentSize = segmentSize;
        this.packed = NOTHING;
        return this;
    }

    /** Sets the input once more, as {@link Kernels#packRows} packed it; returns this. */
    public Product packedInput(PackedRows packed) {
        this.packed = packed;
        return this;
    }

    /** Sets weights and result, all panels selected; returns this. */
    public Product output(PackedWeights weights, Panels c) {
        this.weights = weights;
        this.c = c;
        return select(0, weights.panels(), 1);
    }

    /** Selects panels of the result; returns this. */
    public Product select(int firstPanel, int panelCount, int panelStep) {
        this.firstPanel = firstPanel;
        this.panelCount = panelCount;
        this.panelStep = panelStep;
        return this;
    }

    /** Starts from zero: what C holds is overwritten; returns this. */
    public Product fromZero() {
        start = Start.ZERO;
        return this;
    }

    /** Adds to what C holds; returns this. */
    public Product accumulate() {
        start = Start.C;
        return this;
    }

    /** Starts every row from a bias {@code [panels][16]} of {@link PanelLayout#packVector}; returns this. */
    public Product fromBias(float[] bias, int biasOffset) {
        start = Start.BIAS;
        this.bias = bias;
        this.biasOffset = biasOffset;
        return this;
    }

    // Implementation note. The three starts differ only in where the first values are read and how far the next row and
    // panel are, so that one kernel without a branch serves all.

    /** Returns the array that holds the start values. */
    public float[] startArray() {
        return switch (start) {
            case ZERO -> ZEROS;
            case BIAS -> bias;
            case C -> c.array;
        };
    }

    /** Returns the place of the start value of row 0 of panel 0. */
    public int startOffset() {
        return switch (start) {
            case ZERO -> 0;
            case BIAS -> biasOffset;
            case C -> c.offset;
        };
    }

    /** Returns the floats from the start value of one row to that of the next. */
    public int startRowStride() {
        return start == Start.C ? PanelLayout.WIDTH : 0;
    }

    /** Returns the floats from the start value of one panel to that of the next. */
    public int startPanelStride() {
        return switch (start) {
            case ZERO -> 0;
            case BIAS -> PanelLayout.WIDTH;
            case C -> c.panelStride();
        };
    }
}
