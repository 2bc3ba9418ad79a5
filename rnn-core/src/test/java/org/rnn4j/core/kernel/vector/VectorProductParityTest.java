package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.ScalarKernels;
import org.rnn4j.core.kernel.WeightGradient;

/** Products and weight gradients for registers of each width: the bits of the scalar kernels, and nothing else touched. */
class VectorProductParityTest {
    /** Enough that packing pays. */
    private static final int MANY_PANELS = 16;

    private final Kernels scalar = new ScalarKernels();

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void productOfEverySizeHasTheScalarBits(int lanes) {
        Kernels vector = new VectorKernels(lanes);
        for (int rows : PanelFixture.SIZES) {
            for (int k : PanelFixture.SIZES) {
                for (int n : new int[] {1, 3, 16, 17, 50, 207}) {
                    compareProduct(vector, new PanelFixture(1), rows, 1, k, new int[] {n});
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void productOfMergedGatesHasTheScalarBits(int lanes) {
        Kernels vector = new VectorKernels(lanes);
        for (int rows = 1; rows <= 40; rows++) {
            compareProduct(vector, new PanelFixture(2), rows, 4, 50, new int[] {7, 50, 16});
            compareProduct(vector, new PanelFixture(2), rows, 3, 32, new int[] {20, 20, 20, 20});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void productInRowBlocksHasTheScalarBits(int lanes) {
        compareProduct(new VectorKernels(lanes), new PanelFixture(3), 131, 1, 3000, new int[] {40});
    }

    private void compareProduct(
            Kernels vector, PanelFixture fixture, int rows, int segments, int segmentSize, int[] gates) {
        int padded = PanelLayout.panels(segmentSize) * PanelLayout.WIDTH;
        Panels a = fixture.value(rows, segments * padded);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < segments * padded; column++) {
                if (column % padded >= segmentSize) {
                    a.array[a.index(row, column)] = Float.NaN;
                }
            }
        }
        PackedWeights w = pack(vector, fixture, segments * segmentSize, gates);
        Panels c = fixture.value(rows, w.panels() * PanelLayout.WIDTH);
        float[] bias = fixture.numbers(w.panels() * PanelLayout.WIDTH);
        Product product = new Product().input(a, rows, segments, segmentSize);
        String shape = "rows " + rows + ", k " + segments + " x " + segmentSize + ", panels " + w.panels();
        int half = w.panels() / 2;
        PackedRows packed = new PackedRows();
        vector.packRows(a, rows, segments, segmentSize, MANY_PANELS, packed);
        for (int start = 0; start < 6; start++) {
            if (start == 3) product.packedInput(packed);
            compareSelection(vector, product, w, c, bias, start, new int[] {0, w.panels(), 1}, shape);
            compareSelection(vector, product, w, c, bias, start, new int[] {half, w.panels() - half, 1}, shape);
            compareSelection(vector, product, w, c, bias, start, new int[] {0, (w.panels() + 1) / 2, 2}, shape);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void whatPadsAnOddNumberLeavesNegativeZeros(int lanes) {
        Kernels vector = new VectorKernels(lanes);
        int rows = 7;
        int k = 3;
        Panels a = PanelFixture.copy(new PanelFixture(8).value(rows, k));
        Panels c = PanelFixture.copy(new PanelFixture(8).value(rows, PanelLayout.WIDTH));
        Arrays.fill(a.array, 0f);
        Matrix negative = new Matrix(new float[PanelLayout.WIDTH * k], 0, PanelLayout.WIDTH, k);
        Arrays.fill(negative.array(), -1f);
        PackedWeights w = PackedWeights.allocate(1, k);
        vector.packWeights(negative, w, 0, 0);
        float[] bias = new float[PanelLayout.WIDTH];
        Arrays.fill(bias, -0f);
        PackedRows packed = new PackedRows();
        vector.packRows(a, rows, 1, k, MANY_PANELS, packed);
        vector.product(new Product()
                .input(a, rows, 1, k)
                .packedInput(packed)
                .output(w, c)
                .fromBias(bias, 0));
        Panels dy = new PanelFixture(8).value(rows, PanelLayout.WIDTH);
        Arrays.fill(dy.array, -1f);
        Matrix gradient = new Matrix(new float[PanelLayout.WIDTH * k], 0, PanelLayout.WIDTH, k);
        Arrays.fill(gradient.array(), -0f);
        vector.weightGradient(
                new WeightGradient().operands(dy, a, RowStretches.ofFirst(rows)).into(gradient, true));
        int minusZero = Float.floatToRawIntBits(-0f);
        for (int i = 0; i < PanelLayout.WIDTH; i++) {
            assertEquals(minusZero, Float.floatToRawIntBits(c.array[c.index(i % rows, i)]));
            assertEquals(minusZero, Float.floatToRawIntBits(gradient.array()[i * k + i % k]));
        }
    }

    private void compareSelection(
            Kernels vector,
            Product product,
            PackedWeights w,
            Panels c,
            float[] bias,
            int start,
            int[] panels,
            String s) {
        Panels expected = PanelFixture.copy(c);
        Panels actual = PanelFixture.copy(c);
        scalar.product(start(product.output(w, expected), bias, start).select(panels[0], panels[1], panels[2]));
        vector.product(start(product.output(w, actual), bias, start).select(panels[0], panels[1], panels[2]));
        PanelFixture.assertSameBits(expected.array, actual.array, s + ", start " + start);
        for (int i = 0; i < panels[1] * product.rows; i++) {
            int column = (panels[0] + i % panels[1] * panels[2]) * PanelLayout.WIDTH;
            assertTrue(Float.isFinite(actual.array[actual.index(i / panels[1], column)]), s);
        }
    }

    private static Product start(Product product, float[] bias, int start) {
        return switch (start % 3) {
            case 0 -> product.fromZero();
            case 1 -> product.accumulate();
            default -> product.fromBias(bias, 0);
        };
    }

    private PackedWeights pack(Kernels vector, PanelFixture fixture, int k, int[] gates) {
        int panels = 0;
        for (int gate : gates) {
            panels += PanelLayout.panels(gate);
        }
        PackedWeights expected = PackedWeights.allocate(panels, k);
        PackedWeights actual = PackedWeights.allocate(panels, k);
        int panel = 0;
        for (int gate : gates) {
            Matrix m = fixture.matrix(gate, k);
            scalar.packWeights(m, expected, panel, 0);
            vector.packWeights(m, actual, panel, 0);
            panel += PanelLayout.panels(gate);
        }
        PanelFixture.assertSameBits(expected.array(), actual.array(), "packed weights");
        return actual;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void transposedWeightsArePackedAlike(int lanes) {
        Kernels vector = new VectorKernels(lanes);
        PanelFixture fixture = new PanelFixture(4);
        for (int rows : PanelFixture.SIZES) {
            for (int columns : PanelFixture.SIZES) {
                PackedWeights expected = PackedWeights.allocate(PanelLayout.panels(columns) + 1, rows + 5);
                PackedWeights actual = PackedWeights.allocate(PanelLayout.panels(columns) + 1, rows + 5);
                Matrix m = fixture.matrix(rows, columns);
                scalar.packTransposed(m, expected, 1, 3);
                vector.packTransposed(m, actual, 1, 3);
                PanelFixture.assertSameBits(expected.array(), actual.array(), rows + " x " + columns);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void weightGradientOfEverySizeHasTheScalarBits(int lanes) {
        Kernels vector = new VectorKernels(lanes);
        for (int rows : new int[] {0, 1, 3, 17, 130}) {
            for (int n : PanelFixture.SIZES) {
                for (int k : PanelFixture.SIZES) {
                    compareGradient(vector, new PanelFixture(5), RowStretches.ofFirst(rows), rows, n, k);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void weightGradientOfSeveralBlocksHasTheScalarBits(int lanes) {
        for (int rows : new int[] {512, 513, 1100}) {
            compareGradient(new VectorKernels(lanes), new PanelFixture(7), RowStretches.ofFirst(rows), rows, 20, 50);
        }
    }

    /** Two parts of the rows, taken by turns; a stretch longer than a block; one without rows; one row. */
    static Stream<RowStretches> stretches() {
        return Stream.of(
                RowStretches.of(new int[] {0, 64, 16, 80, 32, 96, 48, 112}, new int[] {16, 16, 16, 16, 16, 16, 16, 16}),
                RowStretches.of(new int[] {0, 200, 100}, new int[] {100, 100, 100}),
                RowStretches.of(new int[] {300, 0, 7}, new int[] {600, 5, 290}),
                RowStretches.of(new int[] {3, 9, 9}, new int[] {0, 1, 128}),
                RowStretches.of(new int[0], new int[0]));
    }

    @ParameterizedTest
    @MethodSource("stretches")
    void weightGradientTakesStretchesInTheirOrder(RowStretches stretches) {
        for (int lanes : new int[] {4, 8, 16}) {
            for (int n : PanelFixture.SIZES) {
                compareGradient(new VectorKernels(lanes), new PanelFixture(6), stretches, 900, n, 50);
                compareGradient(new VectorKernels(lanes), new PanelFixture(6), stretches, 900, 20, n);
            }
        }
    }

    private void compareGradient(Kernels vector, PanelFixture fixture, RowStretches stretches, int rows, int n, int k) {
        Panels dy = fixture.value(Math.max(1, rows), n);
        Panels x = fixture.value(Math.max(1, rows), k);
        Matrix gradient = fixture.matrix(n, k);
        WeightGradient g = new WeightGradient().operands(dy, x, stretches);
        for (int i = 0; i < 4; i++) {
            int from = i < 2 ? 0 : n / 3;
            int to = i < 2 ? n : n - n / 4;
            Matrix expected = PanelFixture.copy(gradient);
            Matrix actual = PanelFixture.copy(gradient);
            scalar.weightGradient(g.into(expected, i % 2 == 0).select(from, to));
            vector.weightGradient(g.into(actual, i % 2 == 0).select(from, to));
            String shape = "rows " + rows + ", n " + from + ".." + to + " of " + n + ", k " + k;
            PanelFixture.assertSameBits(expected.array(), actual.array(), shape);
        }
    }
}
