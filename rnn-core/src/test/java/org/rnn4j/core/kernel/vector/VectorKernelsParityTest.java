package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.ScalarKernels;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;

/** Everything but products: the bits of the scalar kernels, and nothing else touched. */
class VectorKernelsParityTest {
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        800f,
        -800f,
        88.72283f,
        88.72284f,
        -87.33654f,
        -87.33655f,
        -103f,
        -104f,
        9.02f,
        -9.03f,
        17f,
        1e-40f,
        -1e-40f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.intBitsToFloat(0x7FC00123),
        Float.intBitsToFloat(0xFFC00123),
        1e-8f,
        1e20f
    };

    private final Kernels scalar = new ScalarKernels();
    private final Kernels vector = new VectorKernels();

    private static float[] specialAndRandom(long seed, int n) {
        float[] numbers = new PanelFixture(seed).numbers(n);
        for (int i = 0; i < n; i++) {
            numbers[i] = i % 3 == 0 ? SPECIAL[i / 3 % SPECIAL.length] : numbers[i] * (i % 3 == 1 ? 1 : 30);
        }
        return numbers;
    }

    private void compare(String message, float[] start, BiConsumer<Kernels, float[]> operation) {
        float[] expected = start.clone();
        float[] actual = start.clone();
        operation.accept(scalar, expected);
        operation.accept(vector, actual);
        PanelFixture.assertSameBits(expected, actual, message);
    }

    @ParameterizedTest
    @EnumSource
    void unaryHasTheScalarBits(UnaryOp op) {
        for (int n : PanelFixture.SIZES) {
            float[] a = specialAndRandom(n, n + 7);
            compare(op + " " + n, new float[n + 20], (k, out) -> k.unary(op, a, 7, out, 3, n));
            compare(op + " in place " + n, a, (k, out) -> k.unary(op, out, 3, out, 3, n));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "EXP", "LOG"})
    void functionsHaveTheScalarBitsOverAllFloats(UnaryOp op) {
        float[] a = new float[1 << 17];
        for (int i = 0; i < a.length; i++) {
            a[i] = Float.intBitsToFloat((i << 15) + i * 7919 % (1 << 15));
        }
        compare(op.toString(), new float[a.length], (k, out) -> k.unary(op, a, 0, out, 0, a.length));
    }

    @ParameterizedTest
    @EnumSource
    void binaryHasTheScalarBits(BinaryOp op) {
        for (int n : PanelFixture.SIZES) {
            float[] a = specialAndRandom(n, n + 7);
            float[] b = specialAndRandom(n + 1, n + 50);
            compare(op + " " + n, new float[n + 20], (k, out) -> k.binary(op, a, 7, b, 31, out, 3, n));
            compare(op + " into a " + n, a, (k, out) -> k.binary(op, out, 3, b, 1, out, 3, n));
            compare(op + " into b " + n, a, (k, out) -> k.binary(op, b, 3, out, 1, out, 1, n));
            for (float scalarB : SPECIAL) {
                compare(op + " " + scalarB, a, (k, out) -> k.binaryScalar(op, out, 1, scalarB, out, 1, n));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryRowHasTheScalarBits(BinaryOp op) {
        for (int rows : PanelFixture.SIZES) {
            float[] a = specialAndRandom(rows, rows * 16 + 9);
            float[] b = specialAndRandom(rows + 1, 30);
            compare(op + " " + rows, new float[rows * 16 + 9], (k, o) -> k.binaryRow(op, a, 5, b, 3, o, 2, rows * 16));
            compare(op + " in place " + rows, a, (k, o) -> k.binaryRow(op, o, 5, b, 3, o, 5, rows * 16));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ternaryHasTheScalarBits(TernaryOp op) {
        for (int n : PanelFixture.SIZES) {
            float[] a = specialAndRandom(n, n + 7);
            float[] b = specialAndRandom(n + 1, n + 9);
            float[] c = specialAndRandom(n + 2, n + 9);
            compare(op + " " + n, new float[n + 20], (k, out) -> k.ternary(op, a, 7, b, 1, c, 2, out, 3, n));
            compare(op + " into c " + n, a, (k, out) -> k.ternary(op, b, 3, c, 1, out, 1, out, 1, n));
        }
    }

    /** Panels that stand apart by rows of their own, as a value's panels do at one time step. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 16, 21, 48, 160})
    void severalPanelsHaveTheScalarBits(int n) {
        float[] a = specialAndRandom(n, 4000);
        float[] b = specialAndRandom(n + 1, 4000);
        for (int panels : new int[] {1, 2, 5}) {
            Panels as = new Panels(a, 7, 13);
            Panels bs = new Panels(b, 31, 11);
            Panels splat = new Panels(b, 100, 0);
            for (UnaryOp op : UnaryOp.values()) {
                compare(op + " " + panels, new float[1000], (k, o) -> k.unary(op, as, to(o), panels, n));
                compare(op + " in place " + panels, a, (k, o) -> k.unary(op, to(o), to(o), panels, n));
            }
            for (BinaryOp op : BinaryOp.values()) {
                compare(op + " " + panels, new float[1000], (k, o) -> k.binary(op, as, bs, to(o), panels, n));
                compare(op + " splat", new float[1000], (k, o) -> k.binary(op, as, splat, to(o), panels, n));
                compare(op + " number", new float[1000], (k, o) -> k.binaryScalar(op, as, 2f, to(o), panels, n));
                int rows = n / 16 * 16;
                compare(op + " row", new float[1000], (k, o) -> k.binaryRow(op, as, bs, to(o), panels, rows));
            }
            for (TernaryOp op : TernaryOp.values()) {
                compare(op + " " + panels, b, (k, o) -> k.ternary(op, as, bs, to(o), to(o), panels, n));
            }
        }
    }

    private static Panels to(float[] out) {
        return new Panels(out, 3, 12);
    }

    @Test
    void reductionsOverColumnsHaveTheScalarBits() {
        for (int rows : new int[] {1, 3, 64, 65, 130}) {
            for (int size : PanelFixture.SIZES) {
                Panels a = new PanelFixture(rows).value(rows, size);
                String shape = rows + " x " + size;
                float[] out = new float[rows * 16 + 9];
                compare("rowSum " + shape, out, (k, o) -> k.rowSum(a, rows, size, o, 5));
                compare("rowMax " + shape, out, (k, o) -> k.rowMax(a, rows, size, o, 5));
                comparePanels(
                        "softmax " + shape, a, rows, size, (k, p) -> k.softmax(p, p, rows, size, scratch(rows), 3));
                comparePanels(
                        "logSoftmax " + shape,
                        a,
                        rows,
                        size,
                        (k, p) -> k.logSoftmax(p, p, rows, size, scratch(rows), 3));
                Panels other = new PanelFixture(9).value(rows, size);
                comparePanels(
                        "softmax " + shape, other, rows, size, (k, p) -> k.softmax(a, p, rows, size, scratch(rows), 0));
                comparePanels(
                        "logSoftmax " + shape,
                        other,
                        rows,
                        size,
                        (k, p) -> k.logSoftmax(a, p, rows, size, scratch(rows), 0));
            }
        }
    }

    private static float[] scratch(int rows) {
        return new float[32 * rows + 3];
    }

    private void comparePanels(
            String message, Panels start, int rows, int size, BiConsumer<Kernels, Panels> operation) {
        Panels expected = PanelFixture.copy(start);
        Panels actual = PanelFixture.copy(start);
        operation.accept(scalar, expected);
        operation.accept(vector, actual);
        PanelFixture.assertSameBits(expected, actual, rows, size, message);
    }

    @Test
    void reductionsMeetInfinityAndNaN() {
        for (float special : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int column : new int[] {0, 15, 16, 30}) {
                Panels a = new PanelFixture(3).value(5, 31);
                a.array[a.index(2, column)] = special;
                compare("rowMax", new float[80], (k, o) -> k.rowMax(a, 5, 31, o, 0));
                compare("rowSum", new float[80], (k, o) -> k.rowSum(a, 5, 31, o, 0));
                comparePanels("softmax", a, 5, 31, (k, p) -> k.softmax(p, p, 5, 31, scratch(5), 0));
                comparePanels("logSoftmax", a, 5, 31, (k, p) -> k.logSoftmax(p, p, 5, 31, scratch(5), 0));
            }
        }
    }

    @Test
    void sumsOverRowsHaveTheScalarBits() {
        for (int rows : new int[] {0, 1, 3, 130}) {
            for (int size : PanelFixture.SIZES) {
                Panels y = new PanelFixture(rows).value(rows, size);
                float[] sums = new PanelFixture(8).numbers(size + 9);
                RowStretches all = RowStretches.ofFirst(rows);
                int half = rows / 2;
                RowStretches swapped = RowStretches.of(new int[] {half, 0}, new int[] {rows - half, half});
                compare(rows + " in two, " + size, sums, (k, o) -> k.columnSums(y, swapped, size, o, 5, true));
                compare(rows + " x " + size, sums, (k, o) -> k.columnSums(y, all, size, o, 5, true));
                compare(rows + " x " + size, sums, (k, o) -> k.columnSums(y, all, size, o, 5, false));
            }
        }
    }

    @Test
    void sumOfSquaresHasTheScalarBits() {
        for (int n : new int[] {0, 1, 15, 16, 1023, 1024, 1025, 5000}) {
            float[] a = new PanelFixture(n).numbers(n + 3);
            compare("n " + n, new float[1], (k, o) -> o[0] = (float) k.sumOfSquares(a, 3, n));
        }
    }

    @Test
    void findsWhatIsNotFiniteWhereverItStands() {
        for (int n : new int[] {0, 1, 15, 16, 64, 100, 129}) {
            float[] a = new PanelFixture(n).numbers(n + 4);
            Arrays.fill(a, 0, n / 2, Float.MAX_VALUE);
            // What is before and behind does not count.
            a[2] = Float.NaN;
            a[n + 3] = Float.NaN;
            assertTrue(vector.isFinite(a, 3, n) && scalar.isFinite(a, 3, n), "n " + n);
            for (int k = 3; k < n + 3; k++) {
                float before = a[k];
                for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                    a[k] = bad;
                    assertFalse(vector.isFinite(a, 3, n) || scalar.isFinite(a, 3, n), bad + " at " + k + " of " + n);
                }
                a[k] = before;
            }
        }
    }

    @Test
    void rowsByIdHaveTheScalarBits() {
        for (int rows : new int[] {0, 1, 7, 33}) {
            for (int size : PanelFixture.SIZES) {
                PanelFixture fixture = new PanelFixture(size);
                Matrix table = fixture.matrix(5, size);
                int[] ids = fixture.ids(rows + 2, 5);
                Panels y = fixture.value(rows, size);
                String shape = rows + " x " + size;
                comparePanels("gather " + shape, y, rows, size, (k, p) -> k.gather(table, ids, 2, p, rows));
                comparePanels("gatherAdd " + shape, y, rows, size, (k, p) -> k.gatherAdd(table, ids, 2, p, rows));
                compare("scatterAdd " + shape, table.array(), (k, o) -> {
                    Matrix gradient = new Matrix(o, table.offset(), 5, size, table.stride());
                    k.scatterAdd(y, rows, ids, 2, gradient);
                });
            }
        }
    }

    @Test
    void columnsByIdHaveTheScalarBits() {
        for (int size : PanelFixture.SIZES) {
            PanelFixture fixture = new PanelFixture(size);
            int[] ids = fixture.ids(9, size);
            Panels a = fixture.value(9, size);
            Panels g = fixture.value(9, 1);
            compare("pick " + size, new float[150], (k, o) -> k.pick(a, ids, 0, 9, o, 3));
            comparePanels("oneHot " + size, a, 9, size, (k, p) -> k.oneHot(ids, 0, g.array, g.offset, p, 9, size));
            comparePanels("oneHotAdd " + size, a, 9, size, (k, p) -> k.oneHotAdd(ids, 0, g.array, g.offset, p, 9));
        }
    }

    @Test
    void copiesBetweenLayoutsHaveTheScalarBits() {
        for (int rows : new int[] {1, 5, 33}) {
            for (int size : PanelFixture.SIZES) {
                PanelFixture fixture = new PanelFixture(size);
                Matrix m = fixture.matrix(rows, size);
                Panels value = fixture.value(rows, size);
                String shape = rows + " x " + size;
                comparePanels("toPanels " + shape, value, rows, size, (k, p) -> k.toPanels(m, p));
                compare("fromPanels " + shape, m.array(), (k, o) -> {
                    k.fromPanels(value, new Matrix(o, m.offset(), rows, size, m.stride()));
                });
            }
        }
    }

    @Test
    void copiesOfColumnsHaveTheScalarBits() {
        for (int from : new int[] {0, 5, 16, 30}) {
            for (int to : new int[] {0, 5, 16, 31}) {
                for (int columns : new int[] {1, 7, 16, 33, 64}) {
                    PanelFixture fixture = new PanelFixture(columns);
                    Panels a = fixture.value(5, 100);
                    Panels b = fixture.value(5, 100);
                    String shape = from + " to " + to + ", " + columns;
                    comparePanels("copy " + shape, b, 5, 100, (k, p) -> k.copyColumns(a, from, p, to, columns, 5));
                    comparePanels("add " + shape, b, 5, 100, (k, p) -> k.addColumns(a, from, p, to, columns, 5));
                    compare("column " + from, new float[90], (k, o) -> k.copyColumn(a, from, o, 4, 5));
                }
            }
        }
    }

    @Test
    void emptyBlocksTouchNothing() {
        float[] out = new float[32];
        Arrays.fill(out, 7f);
        compare("empty", out, (k, o) -> k.unary(UnaryOp.EXP, o, 0, o, 0, 0));
        compare("empty", out, (k, o) -> k.binaryRow(BinaryOp.ADD, o, 0, o, 16, o, 0, 0));
        compare("empty", out, (k, o) -> k.rowSum(new Panels(o, 0, 1), 0, PanelLayout.WIDTH, o, 0));
    }
}
