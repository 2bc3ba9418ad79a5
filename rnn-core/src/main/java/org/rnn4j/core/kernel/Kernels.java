package org.rnn4j.core.kernel;

/**
 * The operations from which the engine composes a plan. Values stand in {@link PanelLayout}.
 *
 * <p>Every implementation gives the same bits: products and reductions have one fixed order of summation, and the
 * functions are those of {@link FloatMath}. The one freedom is the sign and payload of a NaN.
 *
 * <p>No method checks its arguments, allocates, or keeps anything between calls: one instance serves all threads. Valid
 * lanes of the result are written, its padding lanes may be (they belong to the value); nothing else is.
 */
public interface Kernels {
    /** Returns a short name, such as {@code scalar} or {@code vector 512}. */
    String name();

    // ---- products

    /** Computes {@link Product}. */
    void product(Product product);

    /**
     * Packs the rows of a value for products with {@code panels} panels of weights: {@code segments} parts of
     * {@code segmentSize} columns, as in {@link Product#input}. Where that does not pay, the packed rows are empty.
     */
    void packRows(Panels a, int rows, int segments, int segmentSize, int panels, PackedRows packed);

    /** Computes {@link WeightGradient}. */
    void weightGradient(WeightGradient gradient);

    /**
     * Writes a matrix {@code [n][k]} into packed weights, its first row in lane 0 of panel {@code firstPanel}, its first
     * column at {@code firstK}; the rest of its last panel becomes zero. A matrix of one row fills all lanes, so that the
     * product is a splat.
     */
    void packWeights(Matrix source, PackedWeights target, int firstPanel, int firstK);

    /** Does the same with the transpose of {@code source}: its columns are the outputs, its rows follow along k. */
    void packTransposed(Matrix source, PackedWeights target, int firstPanel, int firstK);

    /** Sums each column over rows, in their order: {@code sums[column] (+)= Σ_row y[row][column]}. */
    void columnSums(Panels y, RowStretches rows, int size, float[] sums, int sumsOffset, boolean accumulate);

    // ---- rows of a table by id: products with one-hot inputs

    /** Writes row {@code ids[idsOffset + row]} of the table (one row per id) to each row of the result. */
    void gather(Matrix table, int[] ids, int idsOffset, Panels out, int rows);

    /** As {@link #gather}, added to what the result holds. */
    void gatherAdd(Matrix table, int[] ids, int idsOffset, Panels out, int rows);

    /** Adds each row of dY to the row of the gradient that {@code ids} names, rows in ascending order. */
    void scatterAdd(Panels dy, int rows, int[] ids, int idsOffset, Matrix gradient);

    // ---- elementwise, over n floats from each offset; n is any number; the result may be one of the operands

    /** Computes {@code out = op(a)}. */
    void unary(UnaryOp op, float[] a, int aOffset, float[] out, int outOffset, int n);

    /** Computes {@code out = op(a, b)}. */
    void binary(BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n);

    /** Computes {@code out = op(a, b)} with the same b for every element. */
    void binaryScalar(BinaryOp op, float[] a, int aOffset, float b, float[] out, int outOffset, int n);

    /**
     * Computes {@code out = op(a, b)} with the 16 numbers at {@code bOffset} for every 16 elements of a, as a bias or a
     * peephole is for the rows of a panel; n is a multiple of 16, and the result is not b.
     */
    void binaryRow(BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n);

    /** Computes {@code out = op(a, b, c)}. */
    void ternary(
            TernaryOp op,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            float[] out,
            int outOffset,
            int n);

    // ---- elementwise, over n floats from the first row on of each of some panels; one panel is for all where an
    // operand's rowCapacity is 0

    /** Computes {@code out = op(a)}. */
    default void unary(UnaryOp op, Panels a, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) unary(op, a.array, a.panel(p), out.array, out.panel(p), n);
    }

    /** Computes {@code out = op(a, b)}. */
    default void binary(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            binary(op, a.array, a.panel(p), b.array, b.panel(p), out.array, out.panel(p), n);
        }
    }

    /** Computes {@code out = op(a, b)} with the same b for every element. */
    default void binaryScalar(BinaryOp op, Panels a, float b, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) binaryScalar(op, a.array, a.panel(p), b, out.array, out.panel(p), n);
    }

    /** Computes {@code out = op(a, b)} with the first row of each panel of b for all rows of a's; n is a multiple of 16. */
    default void binaryRow(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            binaryRow(op, a.array, a.panel(p), b.array, b.panel(p), out.array, out.panel(p), n);
        }
    }

    /** Computes {@code out = op(a, b, c)}. */
    default void ternary(TernaryOp op, Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        for (int p = 0; p < panels; p++) {
            int to = out.panel(p);
            ternary(op, a.array, a.panel(p), b.array, b.panel(p), c.array, c.panel(p), out.array, to, n);
        }
    }

    // ---- sums

    /** Returns the sum of squares of n floats, for norms of gradients. */
    double sumOfSquares(float[] a, int offset, int n);

    /** Returns true if none of n floats is infinite or not a number. */
    boolean isFinite(float[] a, int offset, int n);

    // ---- over the columns of each row; results of size 1 are splats [rows][16]

    /** Sums the columns of each row. The result must not overlap the operand. */
    void rowSum(Panels a, int rows, int size, float[] out, int outOffset);

    /** Finds the largest column of each row, NaN if there is one. The result must not overlap the operand. */
    void rowMax(Panels a, int rows, int size, float[] out, int outOffset);

    /** Computes softmax of each row; scratch takes {@code 32 * rows} floats. The result may be the operand. */
    void softmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset);

    /** Computes the logarithm of softmax of each row; scratch takes {@code 32 * rows} floats. The result may be a. */
    void logSoftmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset);

    /** Writes the element of each row that {@code ids} names. */
    void pick(Panels a, int[] ids, int idsOffset, int rows, float[] out, int outOffset);

    /** Writes zeros, and in each row the number {@code g[gOffset + 16 * row]} in the column that {@code ids} names. */
    void oneHot(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows, int size);

    /** Adds the number {@code g[gOffset + 16 * row]} to the column of each row that {@code ids} names. */
    void oneHotAdd(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows);

    // ---- copies

    /** Copies a row-major matrix {@code [rows][size]} into panels; size 1 becomes a splat. */
    void toPanels(Matrix source, Panels target);

    /** Copies panels into a row-major matrix {@code [rows][size]}. */
    void fromPanels(Panels source, Matrix target);

    /**
     * Copies columns {@code fromColumn ..} of one value to columns {@code toColumn ..} of another that is not of size 1:
     * slice and concat. The values must not overlap.
     */
    void copyColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows);

    /** As {@link #copyColumns}, added to what the target holds: the gradient of slice and concat. */
    void addColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows);

    /** Copies one column to a value of size 1, {@code [rows][16]}. */
    void copyColumn(Panels from, int fromColumn, float[] out, int outOffset, int rows);
}
