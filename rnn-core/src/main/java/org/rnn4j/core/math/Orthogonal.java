package org.rnn4j.core.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.rnn4j.api.ErrorMessage;

/**
 * Random matrices with orthonormal columns, or rows where there are fewer of them.
 *
 * <p>With A gaussian and A = QR, the matrix is gain · Q · sign(diag R).
 *
 * <p>A recurrent weight of this kind keeps the length of the state at first, so that gradients neither vanish nor explode
 * at the start of training.
 *
 * <p>Edge cases: rows = cols gives an orthogonal matrix; rows &gt; cols orthonormal columns; rows &lt; cols orthonormal
 * rows; 1 × 1 gives ±gain.
 *
 * <p>Source: Saxe, McClelland and Ganguli 2014, arXiv:1312.6120. Without the signs Q is not uniformly distributed:
 * Mezzadri 2007, arXiv:math-ph/0609050, section 5.
 */
public final class Orthogonal {
    private Orthogonal() {}

    /**
     * Draws a matrix.
     *
     * @param rows at least 1
     * @param cols at least 1
     * @param gain factor of every element; finite
     * @param key for example of purpose {@link RandomPurpose#INITIALIZE}, named as the parameter
     * @return the elements, row after row
     */
    public static double[] matrix(int rows, int cols, double gain, RandomKey key) {
        check(rows, cols, gain);
        boolean tall = rows >= cols;
        RealMatrix q = uniformColumns(Math.max(rows, cols), Math.min(rows, cols), key);
        double[] out = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                out[i * cols + j] = gain * (tall ? q.getEntry(i, j) : q.getEntry(j, i));
            }
        }
        return out;
    }

    /** A [rows, cols] matrix of orthonormal columns, rows ≥ cols. */
    private static RealMatrix uniformColumns(int rows, int cols, RandomKey key) {
        double[] normal = new double[rows * cols];
        CounterRandom.fillGaussian(key, normal);
        double[][] a = new double[rows][cols];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(normal, i * cols, a[i], 0, cols);
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(a, false));
        RealMatrix r = qr.getR();
        RealMatrix q = qr.getQ().getSubMatrix(0, rows - 1, 0, cols - 1);
        for (int j = 0; j < cols; j++) {
            if (r.getEntry(j, j) < 0) q.setColumnVector(j, q.getColumnVector(j).mapMultiply(-1));
        }
        return q;
    }

    private static void check(int rows, int cols, double gain) {
        if (rows < 1 || cols < 1 || (long) rows * cols > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(ErrorMessage.of("No orthogonal matrix of this shape")
                    .fact("shape", "[" + rows + ", " + cols + "]")
                    .fix("give at least one row and one column, and fewer than 2^31 elements")
                    .toString());
        }
        if (!Double.isFinite(gain)) {
            throw new IllegalArgumentException(ErrorMessage.of("The gain of an orthogonal matrix is " + gain)
                    .fix("give a finite number; 1 keeps lengths")
                    .toString());
        }
    }
}
