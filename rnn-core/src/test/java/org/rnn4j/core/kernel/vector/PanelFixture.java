package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;

/**
 * Values and matrices with a trap in every float that does not belong to them: NaN in the padding lanes, infinity in rows
 * and places outside, so that a kernel that reads there gives a wrong number and one that writes there is seen.
 */
final class PanelFixture {
    static final int[] SIZES = {1, 3, 7, 8, 13, 16, 17, 31, 64, 100, 207};

    private static final int ROWS_BEFORE = 2;
    private static final int ROWS_AFTER = 3;
    private static final int FLOATS_BEFORE = 5;
    private static final int FLOATS_AFTER = 40;

    private final Random random;

    PanelFixture(long seed) {
        random = new Random(seed);
    }

    /** A value of random numbers. */
    Panels value(int rows, int size) {
        int capacity = ROWS_BEFORE + rows + ROWS_AFTER;
        float[] array = outside(FLOATS_BEFORE + PanelLayout.length(size, capacity) + FLOATS_AFTER);
        Panels value = new Panels(array, FLOATS_BEFORE + ROWS_BEFORE * PanelLayout.WIDTH, capacity);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < PanelLayout.panels(size) * PanelLayout.WIDTH; column++) {
                array[value.index(row, column)] = column < size ? number() : Float.NaN;
            }
            if (size == 1) {
                splat(array, value.index(row, 0));
            }
        }
        return value;
    }

    private static void splat(float[] array, int at) {
        Arrays.fill(array, at, at + PanelLayout.WIDTH, array[at]);
    }

    /** A matrix of random numbers, with a gap between its rows. */
    Matrix matrix(int rows, int columns) {
        int stride = columns + 3;
        float[] array = outside(FLOATS_BEFORE + rows * stride + FLOATS_AFTER);
        Matrix matrix = new Matrix(array, FLOATS_BEFORE, rows, columns, stride);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                array[FLOATS_BEFORE + row * stride + column] = number();
            }
        }
        return matrix;
    }

    /** Random numbers, without a gap. */
    float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    int[] ids(int n, int bound) {
        return random.ints(n, 0, bound).toArray();
    }

    private float number() {
        return (float) random.nextGaussian();
    }

    private static float[] outside(int n) {
        float[] array = new float[n];
        Arrays.fill(array, Float.NEGATIVE_INFINITY);
        return array;
    }

    static Panels copy(Panels value) {
        return new Panels(value.array.clone(), value.offset, value.rowCapacity);
    }

    static Matrix copy(Matrix m) {
        return new Matrix(m.array().clone(), m.offset(), m.rows(), m.columns(), m.stride());
    }

    /** Asserts that two values have the same bits, but for padding lanes, and so all that lies outside of them. */
    static void assertSameBits(Panels expected, Panels actual, int rows, int size, String message) {
        float[] e = expected.array.clone();
        float[] a = actual.array.clone();
        for (int row = 0; row < rows && size > 1; row++) {
            for (int column = size; column < PanelLayout.panels(size) * PanelLayout.WIDTH; column++) {
                e[expected.index(row, column)] = 0;
                a[actual.index(row, column)] = 0;
            }
        }
        assertSameBits(e, a, message);
    }

    static void assertSameBits(float[] expected, float[] actual, String message) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                assertEquals(expected[i], actual[i], message + ", at " + i);
                assertEquals(Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]), message + ", at " + i);
            }
        }
    }
}
