package org.rnn4j.core.kernel;

/**
 * What a weight gradient computes: {@code G[n][k] (+)= Σ_row dY[row][n] · X[row][k]} over stretches of rows, for {@code n}
 * in {@code nFrom .. nTo-1} and all k. The result is row-major; merged gates take one call each, with dY placed at the
 * first panel of the gate.
 *
 * <p>Each element is its start value (zero or what it holds) and then one fused multiply-add per row, in the order of the
 * stretches: the same bits for any range of n and any kernels.
 *
 * <p>Mutable and reused; it belongs to the thread that runs it, for it holds scratch memory.
 */
public final class WeightGradient {
    /** Rows of dY and X. */
    public RowStretches rows = RowStretches.ofFirst(0);
    /** Gradient of the output. */
    public Panels dy = new Panels();
    /** Input. */
    public Panels x = new Panels();
    /** The gradient: {@code rows} = size of dY, {@code columns} = size of X. */
    public Matrix gradient = new Matrix(new float[0], 0, 0, 0);
    /** First n. */
    public int nFrom;
    /** One past the last n. */
    public int nTo;
    /** Whether to add to what the gradient holds. */
    public boolean accumulate;
    /** The rows at work. */
    public final RowBlock block = new RowBlock();
    /** Working memory of the kernels. */
    public final GradientOperands operands = new GradientOperands();
    /** Where kernels put a tile that is wider than the gradient. */
    public final float[] scratch = new float[PanelLayout.ALIGNED_OFFSET + 16 * 3 * PanelLayout.WIDTH];

    /** Sets the operands; returns this. */
    public WeightGradient operands(Panels dy, Panels x, RowStretches rows) {
        this.dy = dy;
        this.x = x;
        this.rows = rows;
        return this;
    }

    /** Sets the result, all of it selected; returns this. */
    public WeightGradient into(Matrix gradient, boolean accumulate) {
        this.gradient = gradient;
        this.accumulate = accumulate;
        return select(0, gradient.rows());
    }

    /** Selects rows of the gradient; returns this. */
    public WeightGradient select(int nFrom, int nTo) {
        this.nFrom = nFrom;
        this.nTo = nTo;
        return this;
    }
}
