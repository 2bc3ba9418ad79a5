package org.rnn4j.core.kernel;

/** The products of {@link ScalarKernels}. */
final class ScalarProducts {
    private static final int WIDTH = PanelLayout.WIDTH;
    private static final int PACK_BLOCK = 64;

    private ScalarProducts() {}

    static void product(Product p) {
        for (int i = 0; i < p.panelCount; i++) {
            int panel = p.firstPanel + i * p.panelStep;
            for (int row = 0; row < p.rows; row++) {
                productRow(p, row, panel);
            }
        }
    }

    // Implementation note. The 16 outputs of one row are summed side by side, which the compiler can vectorise; each
    // still is one chain of fused multiply-adds over k.
    private static void productRow(Product p, int row, int panel) {
        float[] a = p.a.array;
        float[] w = p.weights.array();
        float[] c = p.c.array;
        int place = p.c.offset + panel * p.c.panelStride() + row * WIDTH;
        int start = p.startOffset() + panel * p.startPanelStride() + row * p.startRowStride();
        System.arraycopy(p.startArray(), start, c, place, WIDTH);
        int wOffset = p.weights.panel(panel);
        int segmentPanels = PanelLayout.panels(p.segmentSize);
        for (int segment = 0; segment < p.segments; segment++) {
            for (int k = 0; k < p.segmentSize; k++) {
                float factor = a[p.a.index(row, segment * segmentPanels * WIDTH + k)];
                for (int lane = 0; lane < WIDTH; lane++) {
                    c[place + lane] = Math.fma(factor, w[wOffset + lane], c[place + lane]);
                }
                wOffset += WIDTH;
            }
        }
    }

    static void weightGradient(WeightGradient g) {
        float[] out = g.gradient.array();
        for (int n = g.nFrom; n < g.nTo; n++) {
            for (int k = 0; k < g.gradient.columns(); k++) {
                int place = g.gradient.offset() + n * g.gradient.stride() + k;
                int dy = g.dy.index(0, n);
                int x = g.x.index(0, k);
                float sum = g.accumulate ? out[place] : 0;
                for (int s = 0; s < g.rows.size(); s++) {
                    int end = g.rows.start(s) + g.rows.count(s);
                    for (int row = g.rows.start(s); row < end; row++) {
                        sum = Math.fma(g.dy.array[dy + row * WIDTH], g.x.array[x + row * WIDTH], sum);
                    }
                }
                out[place] = sum;
            }
        }
    }

    // Implementation note. In blocks of 64 k, so that the lines that the 16 lanes of a panel share stay in L1.
    static void packWeights(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        int lanes = PanelLayout.panels(source.rows()) * WIDTH;
        for (int k = 0; k < source.columns(); k += PACK_BLOCK) {
            int count = Math.min(PACK_BLOCK, source.columns() - k);
            for (int n = 0; n < lanes; n++) {
                int row = source.rows() == 1 ? 0 : n;
                int from = source.offset() + row * source.stride() + k;
                int to = target.panel(firstPanel + n / WIDTH) + (firstK + k) * WIDTH + n % WIDTH;
                if (row < source.rows()) {
                    packLane(source.array(), from, target.array(), to, count);
                } else {
                    clearLane(target.array(), to, count);
                }
            }
        }
    }

    private static void packLane(float[] source, int from, float[] target, int to, int count) {
        for (int k = 0; k < count; k++) {
            target[to + k * WIDTH] = source[from + k];
        }
    }

    private static void clearLane(float[] target, int to, int count) {
        for (int k = 0; k < count; k++) {
            target[to + k * WIDTH] = 0;
        }
    }

    static void packTransposed(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        boolean splat = source.columns() == 1;
        int lanes = PanelLayout.panels(source.columns()) * WIDTH;
        for (int k = 0; k < source.rows(); k++) {
            int from = source.offset() + k * source.stride();
            for (int n = 0; n < lanes; n++) {
                int to = target.panel(firstPanel + n / WIDTH) + (firstK + k) * WIDTH + n % WIDTH;
                boolean valid = splat || n < source.columns();
                target.array()[to] = valid ? source.array()[from + (splat ? 0 : n)] : 0;
            }
        }
    }
}
