package org.rnn4j.core.kernel.vector;

import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.ScalarKernels;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;
import org.rnn4j.core.kernel.WeightGradient;

/** Kernels in SIMD registers of 128, 256 or 512 bits, whichever the processor prefers. */
public final class VectorKernels implements Kernels {
    private final ScalarKernels scalar = new ScalarKernels();
    private final String name;
    private final VectorProducts products;
    private final VectorGradients gradients;

    /** Creates the kernels for this processor. */
    public VectorKernels() {
        this(VectorWidth.LANES.length());
    }

    /** Creates kernels with tiles for other registers than those of this processor. */
    VectorKernels(int lanes) {
        this.name = "vector " + lanes * Float.SIZE;
        this.products = new VectorProducts(lanes, productTiles(lanes), packedTiles(lanes));
        this.gradients = new VectorGradients(gradientTiles(lanes));
    }

    private static ProductTile[][] packedTiles(int lanes) {
        return switch (lanes) {
            case 16 -> PackedTiles512.TILES;
            case 8 -> PackedTiles256.TILES;
            case 4 -> PackedTiles128.TILES;
            default -> throw new IllegalArgumentException("no tiles of " + lanes + " lanes");
        };
    }

    private static ProductTile[][] productTiles(int lanes) {
        return switch (lanes) {
            case 16 -> ProductTiles512.TILES;
            case 8 -> ProductTiles256.TILES;
            case 4 -> ProductTiles128.TILES;
            default -> throw new UnsupportedOperationException("registers of " + lanes * Float.SIZE + " bits");
        };
    }

    private static GradientTile[][] gradientTiles(int lanes) {
        return switch (lanes) {
            case 16 -> GradientTiles512.TILES;
            case 8 -> GradientTiles256.TILES;
            default -> GradientTiles128.TILES;
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void product(Product product) {
        products.product(product);
    }

    @Override
    public void packRows(Panels a, int rows, int segments, int segmentSize, int panels, PackedRows packed) {
        products.packRows(a, rows, segments, segmentSize, panels, packed);
    }

    @Override
    public void weightGradient(WeightGradient gradient) {
        gradients.weightGradient(gradient);
    }

    @Override
    public void packWeights(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        scalar.packWeights(source, target, firstPanel, firstK);
    }

    @Override
    public void packTransposed(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        if (source.columns() == 1) {
            scalar.packTransposed(source, target, firstPanel, firstK);
        } else {
            VectorCopies.packTransposed(source, target, firstPanel, firstK);
        }
    }

    @Override
    public void columnSums(Panels y, RowStretches rows, int size, float[] sums, int sumsOffset, boolean accumulate) {
        VectorReductions.columnSums(y, rows, size, sums, sumsOffset, accumulate);
    }

    @Override
    public void gather(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        if (table.columns() == 1) {
            scalar.gather(table, ids, idsOffset, out, rows);
        } else {
            VectorCopies.gather(table, ids, idsOffset, out, rows);
        }
    }

    @Override
    public void gatherAdd(Matrix table, int[] ids, int idsOffset, Panels out, int rows) {
        if (table.columns() == 1) {
            scalar.gatherAdd(table, ids, idsOffset, out, rows);
        } else {
            VectorCopies.gatherAdd(table, ids, idsOffset, out, rows);
        }
    }

    @Override
    public void scatterAdd(Panels dy, int rows, int[] ids, int idsOffset, Matrix gradient) {
        VectorCopies.scatterAdd(dy, rows, ids, idsOffset, gradient);
    }

    @Override
    public void unary(UnaryOp op, float[] a, int aOffset, float[] out, int outOffset, int n) {
        VectorElementwise.unary(op, a, aOffset, out, outOffset, n);
    }

    @Override
    public void binary(BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        VectorElementwise.binary(op, a, aOffset, b, bOffset, out, outOffset, n);
    }

    @Override
    public void binaryScalar(BinaryOp op, float[] a, int aOffset, float b, float[] out, int outOffset, int n) {
        VectorElementwise.binaryScalar(op, a, aOffset, b, out, outOffset, n);
    }

    @Override
    public void binaryRow(
            BinaryOp op, float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int n) {
        VectorElementwise.binaryRow(op, a, aOffset, b, bOffset, out, outOffset, n);
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
        VectorElementwise.ternary(op, a, aOffset, b, bOffset, c, cOffset, out, outOffset, n);
    }

    @Override
    public void unary(UnaryOp op, Panels a, Panels out, int panels, int n) {
        if (VectorElementwise.isByPanels(panels, n)) VectorElementwise.unary(op, a, out, panels, n);
        else Kernels.super.unary(op, a, out, panels, n);
    }

    @Override
    public void binary(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        if (VectorElementwise.isByPanels(panels, n)) VectorElementwise.binary(op, a, b, out, panels, n);
        else Kernels.super.binary(op, a, b, out, panels, n);
    }

    @Override
    public void binaryScalar(BinaryOp op, Panels a, float b, Panels out, int panels, int n) {
        if (VectorElementwise.isByPanels(panels, n)) VectorElementwise.binaryScalar(op, a, b, out, panels, n);
        else Kernels.super.binaryScalar(op, a, b, out, panels, n);
    }

    @Override
    public void binaryRow(BinaryOp op, Panels a, Panels b, Panels out, int panels, int n) {
        if (VectorElementwise.isByPanels(panels, n)) VectorElementwise.binaryRow(op, a, b, out, panels, n);
        else Kernels.super.binaryRow(op, a, b, out, panels, n);
    }

    @Override
    public void ternary(TernaryOp op, Panels a, Panels b, Panels c, Panels out, int panels, int n) {
        if (VectorElementwise.isByPanels(panels, n)) VectorElementwise.ternary(op, a, b, c, out, panels, n);
        else Kernels.super.ternary(op, a, b, c, out, panels, n);
    }

    @Override
    public double sumOfSquares(float[] a, int offset, int n) {
        return scalar.sumOfSquares(a, offset, n);
    }

    @Override
    public boolean isFinite(float[] a, int offset, int n) {
        int whole = VectorReductions.wholeBlocks(n);
        return VectorReductions.isFinite(a, offset, whole) && scalar.isFinite(a, offset + whole, n - whole);
    }

    @Override
    public void rowSum(Panels a, int rows, int size, float[] out, int outOffset) {
        VectorReductions.rowSum(a, rows, size, out, outOffset);
    }

    @Override
    public void rowMax(Panels a, int rows, int size, float[] out, int outOffset) {
        VectorReductions.rowMax(a, rows, size, out, outOffset);
    }

    @Override
    public void softmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        VectorReductions.softmax(a, out, rows, size, scratch, scratchOffset);
    }

    @Override
    public void logSoftmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        VectorReductions.logSoftmax(a, out, rows, size, scratch, scratchOffset);
    }

    @Override
    public void pick(Panels a, int[] ids, int idsOffset, int rows, float[] out, int outOffset) {
        scalar.pick(a, ids, idsOffset, rows, out, outOffset);
    }

    @Override
    public void oneHot(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows, int size) {
        scalar.oneHot(ids, idsOffset, g, gOffset, out, rows, size);
    }

    @Override
    public void oneHotAdd(int[] ids, int idsOffset, float[] g, int gOffset, Panels out, int rows) {
        scalar.oneHotAdd(ids, idsOffset, g, gOffset, out, rows);
    }

    @Override
    public void toPanels(Matrix source, Panels target) {
        if (source.columns() == 1) {
            scalar.toPanels(source, target);
        } else {
            VectorCopies.toPanels(source, target);
        }
    }

    @Override
    public void fromPanels(Panels source, Matrix target) {
        VectorCopies.fromPanels(source, target);
    }

    @Override
    public void copyColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        scalar.copyColumns(from, fromColumn, to, toColumn, columns, rows);
    }

    @Override
    public void addColumns(Panels from, int fromColumn, Panels to, int toColumn, int columns, int rows) {
        scalar.addColumns(from, fromColumn, to, toColumn, columns, rows);
    }

    @Override
    public void copyColumn(Panels from, int fromColumn, float[] out, int outOffset, int rows) {
        scalar.copyColumn(from, fromColumn, out, outOffset, rows);
    }
}
