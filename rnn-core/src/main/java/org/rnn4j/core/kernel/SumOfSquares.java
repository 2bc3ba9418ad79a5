package org.rnn4j.core.kernel;

/** The sum of squares of an array, the same for all kernels. */
final class SumOfSquares {
    // Implementation note. Blocks of 1024 are summed in float, by 16 lanes, one chain each, and then by halves as rows
    // are reduced; the sums of the blocks in double. Four scalar chains at a time are as fast as this needs to be, and
    // take no memory for partial results.
    private static final int WIDTH = PanelLayout.WIDTH;

    private static final int BLOCK = 1024;

    private SumOfSquares() {}

    static double of(float[] a, int offset, int n) {
        double sum = 0;
        int whole = n / WIDTH * WIDTH;
        for (int block = 0; block < n; block += BLOCK) {
            int end = Math.min(n, block + BLOCK);
            sum += end <= whole
                    ? ofBlock(a, offset + block, end - block)
                    : ofLanes(a, offset + block, end - block, 0, 1);
        }
        return sum;
    }

    private static float ofLanes(float[] a, int at, int n, int lane, int half) {
        if (half == WIDTH) {
            float sum = 0;
            for (int i = lane; i < n; i += WIDTH) {
                sum = Math.fma(a[at + i], a[at + i], sum);
            }
            return sum;
        }
        return ofLanes(a, at, n, lane, 2 * half) + ofLanes(a, at, n, lane + half, 2 * half);
    }

    private static float ofBlock(float[] a, int at, int n) {
        return (ofQuarter(a, at, n) + ofQuarter(a, at + 2, n)) + (ofQuarter(a, at + 1, n) + ofQuarter(a, at + 3, n));
    }

    // Lanes 0, 4, 8 and 12 from the place.
    private static float ofQuarter(float[] a, int at, int n) {
        float s0 = 0;
        float s4 = 0;
        float s8 = 0;
        float s12 = 0;
        for (int i = at; i < at + n; i += WIDTH) {
            s0 = Math.fma(a[i], a[i], s0);
            s4 = Math.fma(a[i + 4], a[i + 4], s4);
            s8 = Math.fma(a[i + 8], a[i + 8], s8);
            s12 = Math.fma(a[i + 12], a[i + 12], s12);
        }
        return (s0 + s8) + (s4 + s12);
    }
}
