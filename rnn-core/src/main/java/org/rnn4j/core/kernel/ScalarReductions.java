package org.rnn4j.core.kernel;

import java.util.Arrays;

/** The reductions of {@link ScalarKernels}. */
final class ScalarReductions {
    // Implementation note. A row is reduced lane by lane over its panels, into 16 partial results, and these by halves:
    // lane l with l + 8, then l + 4, l + 2, l + 1. That is what registers of any width can do without reordering. The
    // splat of the result is where the partial results are kept.
    private static final int WIDTH = PanelLayout.WIDTH;

    private ScalarReductions() {}

    static void columnSums(Panels y, RowStretches rows, int size, float[] sums, int sumsOffset, boolean accumulate) {
        for (int column = 0; column < size; column++) {
            float sum = accumulate ? sums[sumsOffset + column] : 0;
            for (int k = 0; k < rows.size(); k++) {
                int place = y.index(rows.start(k), column);
                for (int row = 0; row < rows.count(k); row++) {
                    sum += y.array[place + row * WIDTH];
                }
            }
            sums[sumsOffset + column] = sum;
        }
    }

    // Zero times anything finite is zero, and eight sums do not wait for each other.
    static boolean isFinite(float[] floats, int offset, int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int end = offset + n;
        int k = offset;
        for (; k < end - 7; k += 8) {
            a += floats[k] * 0f;
            b += floats[k + 1] * 0f;
            c += floats[k + 2] * 0f;
            d += floats[k + 3] * 0f;
            e += floats[k + 4] * 0f;
            f += floats[k + 5] * 0f;
            g += floats[k + 6] * 0f;
            h += floats[k + 7] * 0f;
        }
        for (; k < end; k++) a += floats[k] * 0f;
        return a + b + c + d + e + f + g + h == 0;
    }

    static void rowSum(Panels a, int rows, int size, float[] out, int outOffset) {
        for (int row = 0; row < rows; row++) {
            int partial = outOffset + row * WIDTH;
            Arrays.fill(out, partial, partial + WIDTH, 0f);
            for (int column = 0; column < size; column++) {
                out[partial + column % WIDTH] += a.array[a.index(row, column)];
            }
            sumLanes(out, partial);
        }
    }

    private static void sumLanes(float[] out, int partial) {
        for (int half = WIDTH / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                out[partial + lane] += out[partial + lane + half];
            }
        }
        Arrays.fill(out, partial, partial + WIDTH, out[partial]);
    }

    static void rowMax(Panels a, int rows, int size, float[] out, int outOffset) {
        for (int row = 0; row < rows; row++) {
            float max = Float.NEGATIVE_INFINITY;
            for (int column = 0; column < size; column++) {
                max = Math.max(max, a.array[a.index(row, column)]);
            }
            Arrays.fill(out, outOffset + row * WIDTH, outOffset + (row + 1) * WIDTH, max);
        }
    }

    static void softmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        int sums = scratchOffset + rows * WIDTH;
        rowMax(a, rows, size, scratch, scratchOffset);
        for (int row = 0; row < rows; row++) {
            float max = scratch[scratchOffset + row * WIDTH];
            for (int column = 0; column < padded(size); column++) {
                out.array[out.index(row, column)] = FloatMath.exp(a.array[a.index(row, column)] - max);
            }
        }
        rowSum(out, rows, size, scratch, sums);
        for (int row = 0; row < rows; row++) {
            float scale = 1 / scratch[sums + row * WIDTH];
            for (int column = 0; column < padded(size); column++) {
                out.array[out.index(row, column)] *= scale;
            }
        }
    }

    static void logSoftmax(Panels a, Panels out, int rows, int size, float[] scratch, int scratchOffset) {
        int sums = scratchOffset + rows * WIDTH;
        rowMax(a, rows, size, scratch, scratchOffset);
        for (int row = 0; row < rows; row++) {
            float max = scratch[scratchOffset + row * WIDTH];
            int partial = sums + row * WIDTH;
            Arrays.fill(scratch, partial, partial + WIDTH, 0f);
            for (int column = 0; column < size; column++) {
                scratch[partial + column % WIDTH] += FloatMath.exp(a.array[a.index(row, column)] - max);
            }
            sumLanes(scratch, partial);
            float log = FloatMath.log(scratch[partial]);
            for (int column = 0; column < padded(size); column++) {
                out.array[out.index(row, column)] = a.array[a.index(row, column)] - max - log;
            }
        }
    }

    private static int padded(int size) {
        return PanelLayout.panels(size) * WIDTH;
    }
}
