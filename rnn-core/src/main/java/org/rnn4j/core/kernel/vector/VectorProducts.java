package org.rnn4j.core.kernel.vector;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.rnn4j.core.kernel.PackedRows;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;
import org.rnn4j.core.kernel.ProductOperands;

/** Cuts a product into tiles. */
final class VectorProducts {
    // Implementation note. For each group of panels all row tiles, so that the group's weights stay in L1 or L2 while
    // the rows pass; rows in blocks of about a megabyte, half of an L2 cache, so that they too come from there. Rows
    // are split evenly: 64 rows are four tiles of 11 and two of 10, for a thin tile at the end would take as long as a
    // full one.
    private static final int WIDTH = PanelLayout.WIDTH;

    private static final int BLOCK_FLOATS = 1 << 18;
    private static final int LEAST_TILES = 4;
    /** Panels of weights from which on packing pays, of 256 bits and of others. */
    private static final int PANELS_OF_256 = 2;

    private static final int PANELS_OF_OTHERS = 16;
    /** Rows that have wide tiles of their own. */
    private static final int FEW_ROWS = 6;
    /** Rows that are packed together at most. */
    private static final int TOGETHER = 6;

    private final int lanes;
    private final MethodHandle[][] tiles;
    private final MethodHandle[][] packedTiles;
    private final int mostRows;

    VectorProducts(int lanes, ProductTile[][] tiles, ProductTile[][] packedTiles) {
        this.lanes = lanes;
        this.mostRows = tiles[1].length - 1;
        this.tiles = OutOfLine.handles(ProductTile.class, tiles);
        this.packedTiles = OutOfLine.handles(ProductTile.class, packedTiles);
    }

    void packRows(Panels a, int rows, int segments, int segmentSize, int panels, PackedRows packed) {
        if (!packingPays(rows, panels)) {
            packed.clear();
            return;
        }
        int most = packedTiles[1].length - 1;
        int k = segments * segmentSize;
        int depth = PackedWeights.depth(k);
        packed.reserve(rows, (rows + most - 1) / most, depth, lanes);
        for (int tile = 0; tile < packed.tiles; tile++) {
            int first = packed.firstRow(tile);
            int next = packed.firstRow(tile + 1);
            for (int row = first; row < next; ) {
                int pieces = (next - row + TOGETHER - 1) / TOGETHER;
                int count = together((next - row + pieces - 1) / pieces);
                int to = packed.tile(tile) + row - first;
                for (int segment = 0; segment < segments; segment++) {
                    int panel = segment * PanelLayout.panels(segmentSize);
                    for (int column = 0; column < segmentSize; column += WIDTH) {
                        int from = a.offset + (panel + column / WIDTH) * a.panelStride() + row * WIDTH;
                        int columns = Math.min(WIDTH, segmentSize - column);
                        spread(count, a.array, from, packed.array, to, columns);
                        to += columns * lanes;
                    }
                }
                row += count;
            }
            int end = packed.tile(tile) + depth * lanes;
            if (depth > k) Arrays.fill(packed.array, end - lanes, end, 0);
        }
    }

    // Of 512 bits, few rows have tiles of so many panels that packing does not help them, and more rows are nearly
    // as fast without it. Of 256 bits, a tile has no register left for what the check of an index needs, and packed
    // rows need no check.
    private boolean packingPays(int rows, int panels) {
        return lanes == 8 ? panels >= PANELS_OF_256 : rows > FEW_ROWS && panels >= PANELS_OF_OTHERS;
    }

    private static int together(int rows) {
        return rows < 4 ? 1 : rows;
    }

    // The rows of a column in one go, for they are written to one line.
    private void spread(int rows, float[] from, int at, float[] to, int start, int columns) {
        switch (rows) {
            case 6 -> spread6(from, at, to, start, columns);
            case 5 -> spread5(from, at, to, start, columns);
            case 4 -> spread4(from, at, to, start, columns);
            default -> spread1(from, at, to, start, columns);
        }
    }

    private void spread1(float[] from, int at, float[] to, int start, int columns) {
        for (int k = 0; k < columns; k++) to[start + k * lanes] = from[at + k];
    }

    private void spread4(float[] from, int at, float[] to, int start, int columns) {
        for (int k = 0; k < columns; k++) {
            int out = start + k * lanes;
            to[out] = from[at + k];
            to[out + 1] = from[at + k + WIDTH];
            to[out + 2] = from[at + k + 2 * WIDTH];
            to[out + 3] = from[at + k + 3 * WIDTH];
        }
    }

    private void spread5(float[] from, int at, float[] to, int start, int columns) {
        for (int k = 0; k < columns; k++) {
            int out = start + k * lanes;
            to[out] = from[at + k];
            to[out + 1] = from[at + k + WIDTH];
            to[out + 2] = from[at + k + 2 * WIDTH];
            to[out + 3] = from[at + k + 3 * WIDTH];
            to[out + 4] = from[at + k + 4 * WIDTH];
        }
    }

    private void spread6(float[] from, int at, float[] to, int start, int columns) {
        for (int k = 0; k < columns; k++) {
            int out = start + k * lanes;
            to[out] = from[at + k];
            to[out + 1] = from[at + k + WIDTH];
            to[out + 2] = from[at + k + 2 * WIDTH];
            to[out + 3] = from[at + k + 3 * WIDTH];
            to[out + 4] = from[at + k + 4 * WIDTH];
            to[out + 5] = from[at + k + 5 * WIDTH];
        }
    }

    void product(Product p) {
        ProductOperands o = p.operands;
        o.a = p.a.array;
        o.aSkip = p.a.panelStride() - WIDTH;
        o.w = p.weights.array();
        o.wPanelStride = p.panelStep * p.weights.panelStride();
        o.c = p.c.array;
        o.cOffset = p.c.offset + p.firstPanel * p.c.panelStride();
        o.cPanelStride = p.panelStep * p.c.panelStride();
        o.start = p.startArray();
        o.startOffset = p.startOffset() + p.firstPanel * p.startPanelStride();
        o.startRowStride = p.startRowStride();
        o.startPanelStride = p.panelStep * p.startPanelStride();
        if (p.packed.rows > 0) {
            packed(p);
            return;
        }
        if (p.segmentSize % WIDTH == 0) {
            segment(p, 0, p.segments * p.segmentSize);
            return;
        }
        for (int i = 0; i < p.segments; i++) {
            segment(p, i, p.segmentSize);
            accumulate(o);
        }
    }

    private void packed(Product p) {
        ProductOperands o = p.operands;
        PackedRows rows = p.packed;
        o.a = rows.array;
        o.k = rows.depth;
        o.wOffset = p.weights.panel(p.firstPanel);
        for (int panel = 0; panel < p.panelCount; ) {
            int width = width(packedTiles, rows.mostRows(), p.panelCount - panel);
            for (int tile = 0; tile < rows.tiles; tile++) {
                int first = rows.firstRow(tile);
                o.aOffset = rows.tile(tile);
                run(packedTiles[width][rows.firstRow(tile + 1) - first], o, first, panel);
            }
            panel += width;
        }
    }

    private static void accumulate(ProductOperands o) {
        o.start = o.c;
        o.startOffset = o.cOffset;
        o.startRowStride = WIDTH;
        o.startPanelStride = o.cPanelStride;
    }

    private void segment(Product p, int index, int k) {
        ProductOperands o = p.operands;
        o.k = k;
        o.aOffset = p.a.offset + index * PanelLayout.panels(p.segmentSize) * p.a.panelStride();
        o.wOffset = p.weights.panel(p.firstPanel) + index * k * WIDTH;
        int count = (p.rows + mostRows - 1) / mostRows;
        int block = Math.max(LEAST_TILES, BLOCK_FLOATS / (k * mostRows));
        for (int from = 0; from < count; from += block) {
            int to = Math.min(from + block, count);
            rows(o, p.panelCount, firstRow(p.rows, count, from), firstRow(p.rows, count, to), to - from);
        }
    }

    private static int firstRow(int rows, int tiles, int tile) {
        return (int) ((long) rows * tile / tiles);
    }

    private void rows(ProductOperands o, int panels, int from, int to, int count) {
        int most = (to - from + count - 1) / count;
        for (int panel = 0; panel < panels; ) {
            int width = width(tiles, most, panels - panel);
            for (int tile = 0; tile < count; tile++) {
                int first = from + firstRow(to - from, count, tile);
                int next = from + firstRow(to - from, count, tile + 1);
                run(tiles[width][next - first], o, first, panel);
            }
            panel += width;
        }
    }

    private static void run(MethodHandle tile, ProductOperands o, int row, int panel) {
        try {
            tile.invokeExact(o, row, panel);
        } catch (Throwable e) {
            throw OutOfLine.thrown(e);
        }
    }

    // The widest tile of so many rows that does not pass the last panel.
    private static int width(MethodHandle[][] tiles, int rows, int panels) {
        int width = Math.min(panels, tiles.length - 1);
        while (tiles[width].length <= rows) {
            width--;
        }
        return width;
    }
}
