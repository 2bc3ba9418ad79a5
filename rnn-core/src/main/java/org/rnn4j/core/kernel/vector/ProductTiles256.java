package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.ProductOperands;

/**
 * Tile kernels of products for registers of 256 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class ProductTiles256 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

    /** The kernels by [panels][rows], null where there is none. */
    static final ProductTile[][] TILES = {
        {},
        {
            null,
            ProductTiles256::rows1Panels1,
            ProductTiles256::rows2Panels1,
            ProductTiles256::rows3Panels1,
            ProductTiles256::rows4Panels1,
        },
        {
            null, ProductTiles256::rows1Panels2, ProductTiles256::rows2Panels2,
        },
        {},
        {
            null, ProductTiles256::rows1Panels4,
        },
    };

    private ProductTiles256() {}

    private static void rows1Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
    }

    private static void rows2Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 24);
    }

    private static void rows3Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            s2v1 = f2.fma(w1, s2v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 24);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + 40);
    }

    private static void rows4Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 8);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            s2v1 = f2.fma(w1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            s3v1 = f3.fma(w1, s3v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 24);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + 40);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + 56);
    }

    private static void rows1Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + startPanel + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            int j1 = wFirst + wPanel + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j1 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            s0v2 = f0.fma(w2, s0v2);
            s0v3 = f0.fma(w3, s0v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s0v2.intoArray(c, out + cPanel);
        s0v3.intoArray(c, out + cPanel + 8);
    }

    private static void rows2Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + startPanel + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + startPanel + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            int j1 = wFirst + wPanel + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j1 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            s0v2 = f0.fma(w2, s0v2);
            s0v3 = f0.fma(w3, s0v3);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            s1v2 = f1.fma(w2, s1v2);
            s1v3 = f1.fma(w3, s1v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s0v2.intoArray(c, out + cPanel);
        s0v3.intoArray(c, out + cPanel + 8);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 24);
        s1v2.intoArray(c, out + cPanel + 16);
        s1v3.intoArray(c, out + cPanel + 24);
    }

    private static void rows1Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + startPanel + 8);
        FloatVector s0v4 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v5 = FloatVector.fromArray(LANES, start, s + 2 * startPanel + 8);
        FloatVector s0v6 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s0v7 = FloatVector.fromArray(LANES, start, s + 3 * startPanel + 8);
        float[] a = p.a;
        float[] w = p.w;
        int steps = p.k;
        int first = p.aOffset + row * 16;
        int skip = p.aSkip;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step + (step >> 4) * skip;
            int j0 = wFirst + step * 16;
            int j1 = wFirst + wPanel + step * 16;
            int j2 = wFirst + 2 * wPanel + step * 16;
            int j3 = wFirst + 3 * wPanel + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j1 + 8);
            FloatVector w4 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w5 = FloatVector.fromArray(LANES, w, j2 + 8);
            FloatVector w6 = FloatVector.fromArray(LANES, w, j3);
            FloatVector w7 = FloatVector.fromArray(LANES, w, j3 + 8);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
            s0v2 = f0.fma(w2, s0v2);
            s0v3 = f0.fma(w3, s0v3);
            s0v4 = f0.fma(w4, s0v4);
            s0v5 = f0.fma(w5, s0v5);
            s0v6 = f0.fma(w6, s0v6);
            s0v7 = f0.fma(w7, s0v7);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 8);
        s0v2.intoArray(c, out + cPanel);
        s0v3.intoArray(c, out + cPanel + 8);
        s0v4.intoArray(c, out + 2 * cPanel);
        s0v5.intoArray(c, out + 2 * cPanel + 8);
        s0v6.intoArray(c, out + 3 * cPanel);
        s0v7.intoArray(c, out + 3 * cPanel + 8);
    }
}
