package org.rnn4j.core.kernel.vector;

import java.lang.invoke.MethodHandle;
import org.rnn4j.core.kernel.GradientOperands;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.RowBlock;
import org.rnn4j.core.kernel.WeightGradient;

/** Cuts a weight gradient into tiles. */
final class VectorGradients {
    // Implementation note. Rows in blocks: sums go through memory between them, which does not change them but
    // takes long where the gradient is larger than a cache. So blocks are as large as a panel of X that stays in
    // L1, 32 KB. The rows of a block that are not one stretch are copied next to each other first: a tile for each
    // stretch would load and store its sums too often, and a tile that looks up the place of every row is slower
    // than the copy. A tile at the last columns of a matrix whose size is no multiple of 16 goes through scratch
    // memory, so that it writes no lane that belongs to the next row.
    private static final int WIDTH = PanelLayout.WIDTH;

    private static final float[] ZEROS = new float[3 * WIDTH];

    private final MethodHandle[][] tiles;

    VectorGradients(GradientTile[][] tiles) {
        this.tiles = OutOfLine.handles(GradientTile.class, tiles);
    }

    void weightGradient(WeightGradient g) {
        RowBlock block = g.block;
        boolean accumulate = g.accumulate;
        block.begin();
        for (int s = 0; s < g.rows.size(); s++) {
            int end = g.rows.start(s) + g.rows.count(s);
            for (int row = g.rows.start(s); row < end; ) {
                row += block.add(row, end - row);
                if (!block.isFull()) continue;
                block(g, accumulate);
                accumulate = true;
                block.begin();
            }
        }
        if (!block.isEmpty() || !accumulate) block(g, accumulate);
    }

    private void block(WeightGradient g, boolean accumulate) {
        int firstPanel = g.nFrom / WIDTH;
        Panels dy = g.block.dy(g.dy, firstPanel, PanelLayout.panels(g.nTo) - firstPanel);
        g.operands.dy = dy.array;
        g.operands.rows = g.block.evenRows();
        int whole = g.gradient.columns() / WIDTH;
        for (int panel = 0; panel < whole; ) {
            int width = width(whole - panel);
            panels(g, dy, panel, width, accumulate);
            panel += width;
        }
        if (whole * WIDTH < g.gradient.columns()) {
            lastPanel(g, dy, whole, accumulate);
        }
    }

    // Two and two rather than three and one: a tile of one panel has too few sums to be as fast.
    private int width(int panels) {
        return panels == tiles.length ? Math.max(1, panels / 2) : Math.min(panels, tiles.length - 1);
    }

    private void panels(WeightGradient g, Panels dy, int panel, int width, boolean accumulate) {
        GradientOperands o = g.operands;
        Matrix out = g.gradient;
        o.out = out.array();
        o.outStride = out.stride();
        o.start = accumulate ? o.out : ZEROS;
        o.startStride = accumulate ? o.outStride : 0;
        int xAt = placeX(g, panel, width);
        for (int n = g.nFrom; n < g.nTo; ) {
            int count = count(n, g.nTo, width);
            int outAt = out.offset() + n * out.stride() + panel * WIDTH;
            run(tiles[width][count], o, dy.index(0, n), xAt, accumulate ? outAt : 0, outAt);
            n += count;
        }
    }

    private void lastPanel(WeightGradient g, Panels dy, int panel, boolean accumulate) {
        GradientOperands o = g.operands;
        o.out = g.scratch;
        o.outStride = WIDTH;
        o.start = accumulate ? o.out : ZEROS;
        o.startStride = accumulate ? WIDTH : 0;
        int scratchAt = PanelLayout.ALIGNED_OFFSET;
        int xAt = placeX(g, panel, 1);
        for (int n = g.nFrom; n < g.nTo; ) {
            int count = count(n, g.nTo, 1);
            if (accumulate) {
                load(g, n, count, panel * WIDTH);
            }
            run(tiles[1][count], o, dy.index(0, n), xAt, accumulate ? scratchAt : 0, scratchAt);
            store(g, n, count, panel * WIDTH);
            n += count;
        }
    }

    /** Sets where the panels of X stand; returns the place of the first row in the first of them. */
    private static int placeX(WeightGradient g, int panel, int width) {
        Panels x = g.block.x(g.x, panel, width);
        g.operands.x = x.array;
        g.operands.xPanelStride = x.panelStride();
        return x.index(0, panel * WIDTH);
    }

    private static void run(MethodHandle tile, GradientOperands o, int dyAt, int xAt, int startAt, int outAt) {
        try {
            tile.invokeExact(o, dyAt, xAt, startAt, outAt);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    private static void load(WeightGradient g, int n, int count, int column) {
        Matrix out = g.gradient;
        for (int i = 0; i < count; i++) {
            int from = out.offset() + (n + i) * out.stride();
            int to = PanelLayout.ALIGNED_OFFSET + i * WIDTH - column;
            for (int k = column; k < out.columns(); k++) {
                g.scratch[to + k] = out.array()[from + k];
            }
        }
    }

    private static void store(WeightGradient g, int n, int count, int column) {
        Matrix out = g.gradient;
        for (int i = 0; i < count; i++) {
            int to = out.offset() + (n + i) * out.stride();
            int from = PanelLayout.ALIGNED_OFFSET + i * WIDTH - column;
            for (int k = column; k < out.columns(); k++) {
                out.array()[to + k] = g.scratch[from + k];
            }
        }
    }

    // What is left of the panel of n, in even parts.
    private int count(int n, int nTo, int width) {
        int left = Math.min(nTo - n, WIDTH - n % WIDTH);
        int most = tiles[width].length - 1;
        int parts = (left + most - 1) / most;
        return (left + parts - 1) / parts;
    }
}
