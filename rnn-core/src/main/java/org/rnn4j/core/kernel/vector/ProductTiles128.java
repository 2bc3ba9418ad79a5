package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.ProductOperands;

/**
 * Tile kernels of products for registers of 128 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class ProductTiles128 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_128;

    /** The kernels by [panels][rows], null where there is none. */
    static final ProductTile[][] TILES = {
        {},
        {
            null,
            ProductTiles128::rows1Panels1,
            ProductTiles128::rows2Panels1,
            ProductTiles128::rows3Panels1,
            ProductTiles128::rows4Panels1,
        },
        {
            null, ProductTiles128::rows1Panels2, ProductTiles128::rows2Panels2,
        },
    };

    private ProductTiles128() {}

    private static void rows1Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
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
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
    }

    private static void rows2Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
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
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 20);
        s1v2.intoArray(c, out + 24);
        s1v3.intoArray(c, out + 28);
    }

    private static void rows3Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 12);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 4);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 8);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
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
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            s2v1 = f2.fma(w1, s2v1);
            s2v2 = f2.fma(w2, s2v2);
            s2v3 = f2.fma(w3, s2v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 20);
        s1v2.intoArray(c, out + 24);
        s1v3.intoArray(c, out + 28);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + 36);
        s2v2.intoArray(c, out + 40);
        s2v3.intoArray(c, out + 44);
    }

    private static void rows4Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 12);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 4);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 8);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 12);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 4);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 8);
        FloatVector s3v3 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
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
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            s2v1 = f2.fma(w1, s2v1);
            s2v2 = f2.fma(w2, s2v2);
            s2v3 = f2.fma(w3, s2v3);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            s3v1 = f3.fma(w1, s3v1);
            s3v2 = f3.fma(w2, s3v2);
            s3v3 = f3.fma(w3, s3v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 20);
        s1v2.intoArray(c, out + 24);
        s1v3.intoArray(c, out + 28);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + 36);
        s2v2.intoArray(c, out + 40);
        s2v3.intoArray(c, out + 44);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + 52);
        s3v2.intoArray(c, out + 56);
        s3v3.intoArray(c, out + 60);
    }

    private static void rows1Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
        FloatVector s0v4 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v5 = FloatVector.fromArray(LANES, start, s + startPanel + 4);
        FloatVector s0v6 = FloatVector.fromArray(LANES, start, s + startPanel + 8);
        FloatVector s0v7 = FloatVector.fromArray(LANES, start, s + startPanel + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
            FloatVector w4 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w5 = FloatVector.fromArray(LANES, w, j1 + 4);
            FloatVector w6 = FloatVector.fromArray(LANES, w, j1 + 8);
            FloatVector w7 = FloatVector.fromArray(LANES, w, j1 + 12);
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
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
        s0v4.intoArray(c, out + cPanel);
        s0v5.intoArray(c, out + cPanel + 4);
        s0v6.intoArray(c, out + cPanel + 8);
        s0v7.intoArray(c, out + cPanel + 12);
    }

    private static void rows2Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 12);
        FloatVector s0v4 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v5 = FloatVector.fromArray(LANES, start, s + startPanel + 4);
        FloatVector s0v6 = FloatVector.fromArray(LANES, start, s + startPanel + 8);
        FloatVector s0v7 = FloatVector.fromArray(LANES, start, s + startPanel + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 12);
        FloatVector s1v4 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v5 = FloatVector.fromArray(LANES, start, s + startRow + startPanel + 4);
        FloatVector s1v6 = FloatVector.fromArray(LANES, start, s + startRow + startPanel + 8);
        FloatVector s1v7 = FloatVector.fromArray(LANES, start, s + startRow + startPanel + 12);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j0 + 4);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j0 + 8);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j0 + 12);
            FloatVector w4 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w5 = FloatVector.fromArray(LANES, w, j1 + 4);
            FloatVector w6 = FloatVector.fromArray(LANES, w, j1 + 8);
            FloatVector w7 = FloatVector.fromArray(LANES, w, j1 + 12);
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
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            s1v2 = f1.fma(w2, s1v2);
            s1v3 = f1.fma(w3, s1v3);
            s1v4 = f1.fma(w4, s1v4);
            s1v5 = f1.fma(w5, s1v5);
            s1v6 = f1.fma(w6, s1v6);
            s1v7 = f1.fma(w7, s1v7);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + 4);
        s0v2.intoArray(c, out + 8);
        s0v3.intoArray(c, out + 12);
        s0v4.intoArray(c, out + cPanel);
        s0v5.intoArray(c, out + cPanel + 4);
        s0v6.intoArray(c, out + cPanel + 8);
        s0v7.intoArray(c, out + cPanel + 12);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + 20);
        s1v2.intoArray(c, out + 24);
        s1v3.intoArray(c, out + 28);
        s1v4.intoArray(c, out + cPanel + 16);
        s1v5.intoArray(c, out + cPanel + 20);
        s1v6.intoArray(c, out + cPanel + 24);
        s1v7.intoArray(c, out + cPanel + 28);
    }
}
