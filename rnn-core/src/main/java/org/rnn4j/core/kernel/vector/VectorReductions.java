package org.rnn4j.core.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.UnaryOp;

/** Sums and maxima over columns and over rows, and what is made of them. */
final class VectorReductions {
    // Implementation note. Row reductions go panel by panel, all rows of a panel being one contiguous block: the splat
    // of the result takes the partial results of the 16 lanes, by elementwise loops, and is then reduced row by row.
    // Going along each row instead would step by a power of two through memory, and every line would fall into one
    // cache set. Rows are taken in blocks of 64, 4 KB a panel, so that the passes of a softmax find their panel in L1.
    private static final int WIDTH = PanelLayout.WIDTH;

    private static final int ROW_BLOCK = 64;
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private static final boolean[] VALID_THEN_PADDING = validThenPadding();

    private VectorReductions() {}

    private static boolean[] validThenPadding() {
        boolean[] lanes = new boolean[2 * WIDTH];
        Arrays.fill(lanes, WIDTH, 2 * WIDTH, true);
        return lanes;
    }

    /** How many of n numbers {@link #isFinite} can look at. */
    static int wholeBlocks(int n) {
        return n - n % (4 * LANES.length());
    }

    // Zero times anything finite is zero, and four sums do not wait for each other.
    static boolean isFinite(float[] a, int aAt, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector s0 = zero;
        FloatVector s1 = zero;
        FloatVector s2 = zero;
        FloatVector s3 = zero;
        for (int i = 0; i < n; i += 4 * LANES.length()) {
            s0 = FloatVector.fromArray(LANES, a, aAt + i).fma(zero, s0);
            s1 = FloatVector.fromArray(LANES, a, aAt + LANES.length() + i).fma(zero, s1);
            s2 = FloatVector.fromArray(LANES, a, aAt + 2 * LANES.length() + i).fma(zero, s2);
            s3 = FloatVector.fromArray(LANES, a, aAt + 3 * LANES.length() + i).fma(zero, s3);
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD) == 0;
    }

    static void rowSum(Panels a, int rows, int size, float[] out, int outAt) {
        for (int row = 0; row < rows; row += ROW_BLOCK) {
            int count = Math.min(ROW_BLOCK, rows - row);
            sumPanels(a, row, count, size, out, outAt + row * WIDTH);
            sumLanes(out, outAt + row * WIDTH, count);
        }
    }

    private static void sumPanels(Panels a, int row, int count, int size, float[] out, int outAt) {
        Arrays.fill(out, outAt, outAt + count * WIDTH, 0f);
        for (int column = 0; column < size; column += WIDTH) {
            addPanel(a.array, a.index(row, column), count, Math.min(WIDTH, size - column), out, outAt);
        }
    }

    private static void addPanel(float[] a, int aAt, int count, int width, float[] out, int outAt) {
        if (width == WIDTH) {
            VectorElementwise.binary(BinaryOp.ADD, out, outAt, a, aAt, out, outAt, count * WIDTH);
            return;
        }
        for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
            VectorMask<Float> padding = padding(lane, width);
            for (int i = lane; i < count * WIDTH; i += WIDTH) {
                FloatVector v = FloatVector.fromArray(LANES, a, aAt + i).blend(0f, padding);
                FloatVector.fromArray(LANES, out, outAt + i).add(v).intoArray(out, outAt + i);
            }
        }
    }

    // The lanes of a register, from this lane of a panel, that are not among the first {@code width} of the panel.
    private static VectorMask<Float> padding(int lane, int width) {
        return VectorMask.fromArray(LANES, VALID_THEN_PADDING, WIDTH - width + lane);
    }

    private static void sumLanes(float[] out, int outAt, int count) {
        for (int at = outAt; at < outAt + count * WIDTH; at += WIDTH) {
            float s0 = (out[at] + out[at + 8]) + (out[at + 4] + out[at + 12]);
            float s1 = (out[at + 1] + out[at + 9]) + (out[at + 5] + out[at + 13]);
            float s2 = (out[at + 2] + out[at + 10]) + (out[at + 6] + out[at + 14]);
            float s3 = (out[at + 3] + out[at + 11]) + (out[at + 7] + out[at + 15]);
            FloatVector sum = FloatVector.broadcast(LANES, (s0 + s2) + (s1 + s3));
            for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
                sum.intoArray(out, at + lane);
            }
        }
    }

    static void rowMax(Panels a, int rows, int size, float[] out, int outAt) {
        for (int row = 0; row < rows; row += ROW_BLOCK) {
            maxOfBlock(a, row, Math.min(ROW_BLOCK, rows - row), size, out, outAt + row * WIDTH);
        }
    }

    private static void maxOfBlock(Panels a, int row, int count, int size, float[] out, int outAt) {
        Arrays.fill(out, outAt, outAt + count * WIDTH, Float.NEGATIVE_INFINITY);
        for (int column = 0; column < size; column += WIDTH) {
            maxOfPanel(a.array, a.index(row, column), count, Math.min(WIDTH, size - column), out, outAt);
        }
        maxLanes(out, outAt, count);
    }

    private static void maxOfPanel(float[] a, int aAt, int count, int width, float[] out, int outAt) {
        if (width == WIDTH) {
            VectorElementwise.binary(BinaryOp.MAXIMUM, out, outAt, a, aAt, out, outAt, count * WIDTH);
            return;
        }
        for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
            VectorMask<Float> padding = padding(lane, width);
            for (int i = lane; i < count * WIDTH; i += WIDTH) {
                FloatVector v = FloatVector.fromArray(LANES, a, aAt + i).blend(Float.NEGATIVE_INFINITY, padding);
                FloatVector.fromArray(LANES, out, outAt + i).max(v).intoArray(out, outAt + i);
            }
        }
    }

    private static void maxLanes(float[] out, int outAt, int count) {
        for (int at = outAt; at < outAt + count * WIDTH; at += WIDTH) {
            float max = Float.NEGATIVE_INFINITY;
            for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
                max = Math.max(max, FloatVector.fromArray(LANES, out, at + lane).reduceLanes(VectorOperators.MAX));
            }
            for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
                FloatVector.broadcast(LANES, max).intoArray(out, at + lane);
            }
        }
    }

    static void softmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchAt) {
        for (int row = 0; row < rows; row += ROW_BLOCK) {
            int count = Math.min(ROW_BLOCK, rows - row);
            int n = count * WIDTH;
            int maxAt = scratchAt + 2 * row * WIDTH;
            int sumAt = maxAt + n;
            maxOfBlock(a, row, count, size, scratch, maxAt);
            Arrays.fill(scratch, sumAt, sumAt + n, 0f);
            for (int column = 0; column < size; column += WIDTH) {
                int to = out.index(row, column);
                exponentials(a.array, a.index(row, column), scratch, maxAt, out.array, to, n);
                addPanel(out.array, to, count, Math.min(WIDTH, size - column), scratch, sumAt);
            }
            sumLanes(scratch, sumAt, count);
            VectorElementwise.unary(UnaryOp.RECIPROCAL, scratch, sumAt, scratch, sumAt, n);
            for (int column = 0; column < size; column += WIDTH) {
                int to = out.index(row, column);
                VectorElementwise.binary(BinaryOp.MULTIPLY, out.array, to, scratch, sumAt, out.array, to, n);
            }
        }
    }

    private static void exponentials(float[] a, int aAt, float[] max, int maxAt, float[] out, int outAt, int n) {
        VectorElementwise.binary(BinaryOp.SUBTRACT, a, aAt, max, maxAt, out, outAt, n);
        VectorElementwise.unary(UnaryOp.EXP, out, outAt, out, outAt, n);
    }

    // The place of the maxima serves for the exponentials, once they have been subtracted.
    static void logSoftmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchAt) {
        for (int row = 0; row < rows; row += ROW_BLOCK) {
            int count = Math.min(ROW_BLOCK, rows - row);
            int n = count * WIDTH;
            int maxAt = scratchAt + 2 * row * WIDTH;
            int sumAt = maxAt + n;
            maxOfBlock(a, row, count, size, scratch, maxAt);
            Arrays.fill(scratch, sumAt, sumAt + n, 0f);
            for (int column = 0; column < size; column += WIDTH) {
                int from = a.index(row, column);
                int to = out.index(row, column);
                VectorElementwise.binary(BinaryOp.SUBTRACT, a.array, from, scratch, maxAt, out.array, to, n);
            }
            for (int column = 0; column < size; column += WIDTH) {
                VectorElementwise.unary(UnaryOp.EXP, out.array, out.index(row, column), scratch, maxAt, n);
                addPanel(scratch, maxAt, count, Math.min(WIDTH, size - column), scratch, sumAt);
            }
            sumLanes(scratch, sumAt, count);
            VectorElementwise.unary(UnaryOp.LOG, scratch, sumAt, scratch, sumAt, n);
            for (int column = 0; column < size; column += WIDTH) {
                int to = out.index(row, column);
                VectorElementwise.binary(BinaryOp.SUBTRACT, out.array, to, scratch, sumAt, out.array, to, n);
            }
        }
    }

    static void columnSums(Panels y, RowStretches rows, int size, float[] sums, int sumsAt, boolean accumulate) {
        if (!accumulate) {
            Arrays.fill(sums, sumsAt, sumsAt + size, 0f);
        }
        for (int k = 0; k < rows.size(); k++) {
            addRows(y, rows.start(k), rows.count(k), size, sums, sumsAt);
        }
        for (int column = size / LANES.length() * LANES.length(); column < size; column++) {
            addColumn(y, column, rows, sums, sumsAt + column);
        }
    }

    // Sums go through memory between stretches: carried through two loops, JDK 17 would put them on the heap.
    private static void addRows(Panels y, int first, int rows, int size, float[] sums, int at) {
        int column = 0;
        int step = LANES.length();
        for (; column + 4 * step <= size; column += 4 * step) {
            addRegisters(y, column, first, rows, sums, at + column);
        }
        for (; column + step <= size; column += step) {
            addRegister(y, column, first, rows, sums, at + column);
        }
    }

    private static void addRegisters(Panels y, int column, int first, int rows, float[] sums, int at) {
        float[] a = y.array;
        int at0 = y.index(first, column);
        int at1 = y.index(first, column + LANES.length());
        int at2 = y.index(first, column + 2 * LANES.length());
        int at3 = y.index(first, column + 3 * LANES.length());
        FloatVector s0 = FloatVector.fromArray(LANES, sums, at);
        FloatVector s1 = FloatVector.fromArray(LANES, sums, at + LANES.length());
        FloatVector s2 = FloatVector.fromArray(LANES, sums, at + 2 * LANES.length());
        FloatVector s3 = FloatVector.fromArray(LANES, sums, at + 3 * LANES.length());
        for (int i = 0; i < rows * WIDTH; i += WIDTH) {
            s0 = s0.add(FloatVector.fromArray(LANES, a, at0 + i));
            s1 = s1.add(FloatVector.fromArray(LANES, a, at1 + i));
            s2 = s2.add(FloatVector.fromArray(LANES, a, at2 + i));
            s3 = s3.add(FloatVector.fromArray(LANES, a, at3 + i));
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + LANES.length());
        s2.intoArray(sums, at + 2 * LANES.length());
        s3.intoArray(sums, at + 3 * LANES.length());
    }

    private static void addRegister(Panels y, int column, int first, int rows, float[] sums, int at) {
        float[] a = y.array;
        int from = y.index(first, column);
        FloatVector sum = FloatVector.fromArray(LANES, sums, at);
        for (int i = 0; i < rows * WIDTH; i += WIDTH) {
            sum = sum.add(FloatVector.fromArray(LANES, a, from + i));
        }
        sum.intoArray(sums, at);
    }

    private static void addColumn(Panels y, int column, RowStretches rows, float[] sums, int at) {
        float[] a = y.array;
        float sum = sums[at];
        for (int k = 0; k < rows.size(); k++) {
            int from = y.index(rows.start(k), column);
            int end = from + rows.count(k) * WIDTH;
            for (int i = from; i < end; i += WIDTH) sum += a[i];
        }
        sums[at] = sum;
    }
}
