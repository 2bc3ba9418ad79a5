package org.rnn4j.core.kernel;

/**
 * Kernels in plain Java: they run everywhere, and they say by the simplest loops what the vector kernels compute.
 */
public final class ScalarKernels implements Kernels {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void product(Product product) {
        ScalarProducts.product(product);
    }

    @Override
    public void packRows(Panels a, int rows, int segments, int segmentSize, int panels, PackedRows packed) {
        packed.clear();
    }

    @Override
    public void weightGradient(WeightGradient gradient) {
        ScalarProducts.weightGradient(gradient);
    }

    @Override
    public void packWeights(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        ScalarProducts.packWeights(source, target, firstPanel, firstK);
    }

    @Override
    public void packTransposed(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        ScalarProducts.packTransposed(source, target, firstPanel, firstK);
    }

    @Override
    public void columnSums(Panels y, RowStretches rows, int size, float[] sums, int sumsOffset, boolean accumulate) {
        ScalarReductions.columnSums(y, rows, size, sums, sumsOffset, accumulate);
    }

    @Override
    public void gather(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        ScalarCopies.gather(table, ids, idsOffset, out, rows);
    }

    @Override
    public void gatherAdd(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        ScalarCopies.gatherAdd(table, ids, idsOffset, out, rows);
    }

    @Override
    public void scatterAdd(Panels dy, int rows, int[] ids, int idsOffset, Matrix gradient) {
        ScalarCopies.scatterAdd(dy, rows, ids, idsOffset, gradient);
    }

    @Override
    public void unary(UnaryOp op, float[] a, int aOffset, float[] out, int outOffset, int n) {
        ScalarElementwise.unary(op, a, aOffset, out, outOffset, n);
    }

    @Override
    public void binary(BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        ScalarElementwise.binary(op, a, aOffset, b, bOffset, out, outOffset, n);
    }

    @Override
    public void binaryScalar(BinaryOp op, float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        ScalarElementwise.binaryScalar(op, a, aOffset, b, out, outOffset, n);
    }

    @Override
    public void binaryRow(
            BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        ScalarElementwise.binaryRow(op, a, aOffset, b, bOffset, out, outOffset, n);
    }

    @Override
    public void ternary(
            TernaryOp op,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            float[] out,
            int outOffset,
            int n) {
        ScalarElementwise.ternary(op, a, aOffset, b, bOffset, c, cOffset, out, outOffset, n);
    }

    @Override
    public double sumOfSquares(float[] a, int offset, int n) {
        return SumOfSquares.of(a, offset, n);
    }

    @Override
    public boolean isFinite(float[] a, int offset, int n) {
        return ScalarReductions.isFinite(a, offset, n);
    }

    @Override
    public void rowSum(Panels a, int rows, int size, float[] out, int outOffset) {
        ScalarReductions.rowSum(a, rows, size, out, outOffset);
    }

    @Override
    public void rowMax(Panels a, int rows, int size, float[] out, int outOffset) {
        ScalarReductions.rowMax(a, rows, size, out, outOffset);
    }

    @Override
    public void softmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        ScalarReductions.softmax(a, out, rows, size, scratch, scratchOffset);
    }

    @Override
    public void logSoftmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        ScalarReductions.logSoftmax(a, out, rows, size, scratch, scratchOffset);
    }

    @Override
    public void pick(Panels a, int[] ids, int idsOffset, int rows, float[] out, int outOffset) {
        ScalarCopies.pick(a, ids, idsOffset, rows, out, outOffset);
    }

    @Override
    public void oneHot(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows, int size) {
        ScalarCopies.oneHot(ids, idsOffset, g, gOffset, out, rows, size);
    }

    @Override
    public void oneHotAdd(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows) {
        ScalarCopies.oneHotAdd(ids, idsOffset, g, gOffset, out, rows);
    }

    @Override
    public void toPanels(Matrix source, Panels target) {
        ScalarCopies.toPanels(source, target);
    }

    @Override
    public void fromPanels(Panels source, Matrix target) {
        ScalarCopies.fromPanels(source, target);
    }

    @Override
    public void copyColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        ScalarCopies.copyColumns(from, fromColumn, to, toColumn, columns, rows);
    }

    @Override
    public void addColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        ScalarCopies.addColumns(from, fromColumn, to, toColumn, columns, rows);
    }

    @Override
    public void copyColumn(Panels from, int fromColumn, float[] out, int outOffset, int rows) {
        ScalarCopies.copyColumn(from, fromColumn, out, outOffset, rows);
    }
}
