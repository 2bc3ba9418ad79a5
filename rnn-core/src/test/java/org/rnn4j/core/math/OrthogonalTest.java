package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

final class OrthogonalTest {
    private static final RandomKey KEY =
            RandomKey.of(5, RandomPurpose.INITIALIZE).named("layers.0.cell.W_hi");
    /** Householder QR loses a few units in the last place for each of at most 100 columns. */
    private static final double ROUNDING = 1e-13;

    @Test
    void columnsOrRowsAreOrthogonalAndAsLongAsTheGain() {
        int[][] shapes = {{1, 1}, {1, 7}, {7, 1}, {8, 8}, {3, 31}, {31, 3}, {100, 64}};
        for (int[] shape : shapes) {
            for (double gain : new double[] {1, 1.5, 0}) {
                RealMatrix a = matrix(shape[0], shape[1], gain, KEY);
                RealMatrix product = shape[0] >= shape[1] ? a.transpose().multiply(a) : a.multiply(a.transpose());
                RealMatrix expected = MatrixUtils.createRealIdentityMatrix(Math.min(shape[0], shape[1]))
                        .scalarMultiply(gain * gain);
                assertTrue(product.subtract(expected).getNorm() < ROUNDING * 10);
            }
        }
    }

    @Test
    void sameKeySameMatrix() {
        assertArrayEquals(Orthogonal.matrix(4, 6, 1, KEY), Orthogonal.matrix(4, 6, 1, KEY));
    }

    @Test
    void rotationsOfThePlaneAreUniformlyDistributed() {
        int many = 5000;
        double[] angles = new double[many];
        int reflections = 0;
        for (int i = 0; i < many; i++) {
            double[] a = Orthogonal.matrix(2, 2, 1, KEY.at(i, 0, 0));
            angles[i] = Math.atan2(a[2], a[0]);
            if (a[0] * a[3] - a[1] * a[2] < 0) reflections++;
        }
        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new UniformRealDistribution(null, -Math.PI, Math.PI), angles, false);
        assertTrue(p > 1e-3, "p = " + p);
        assertEquals(many / 2.0, reflections, 4 * Math.sqrt(many) / 2);
    }

    @Test
    void emptyShapeIsAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> Orthogonal.matrix(0, 3, 1, KEY));
        assertTrue(error.getMessage().contains("\n  shape  [0, 3]\n  fix    "));
        assertThrows(IllegalArgumentException.class, () -> Orthogonal.matrix(1 << 16, 1 << 16, 1, KEY));
    }

    @Test
    void gainThatIsNoNumberIsAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> Orthogonal.matrix(3, 3, Double.NaN, KEY));
        assertTrue(error.getMessage().startsWith("The gain of an orthogonal matrix is NaN\n  fix  "));
    }

    private static RealMatrix matrix(int rows, int cols, double gain, RandomKey key) {
        double[] elements = Orthogonal.matrix(rows, cols, gain, key);
        RealMatrix matrix = new Array2DRowRealMatrix(rows, cols);
        for (int i = 0; i < elements.length; i++) {
            matrix.setEntry(i / cols, i % cols, elements[i]);
        }
        return matrix;
    }
}
