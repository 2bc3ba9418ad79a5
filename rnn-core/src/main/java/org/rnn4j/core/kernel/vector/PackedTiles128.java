package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.ProductOperands;

/**
 * Tile kernels of products for registers of 128 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class PackedTiles128 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_128;

    /** The kernels by [panels][rows], null where there is none. */
    static final ProductTile[][] TILES = {
        {},
        {
            null,
            PackedTiles128::rows1Panels1,
            PackedTiles128::rows2Panels1,
            PackedTiles128::rows3Panels1,
            PackedTiles128::rows4Panels1,
        },
    };

    private PackedTiles128() {}

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
        int first = p.aOffset;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step * 4;
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
        int first = p.aOffset;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step * 4;
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
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 1]);
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
        int first = p.aOffset;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step * 4;
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
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 1]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            s1v2 = f1.fma(w2, s1v2);
            s1v3 = f1.fma(w3, s1v3);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 2]);
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
        int first = p.aOffset;
        int wPanel = p.wPanelStride;
        int wFirst = p.wOffset + panel * wPanel;
        for (int step = 0; step < steps; step++) {
            int i = first + step * 4;
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
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 1]);
            s1v0 = f1.fma(w0, s1v0);
            s1v1 = f1.fma(w1, s1v1);
            s1v2 = f1.fma(w2, s1v2);
            s1v3 = f1.fma(w3, s1v3);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 2]);
            s2v0 = f2.fma(w0, s2v0);
            s2v1 = f2.fma(w1, s2v1);
            s2v2 = f2.fma(w2, s2v2);
            s2v3 = f2.fma(w3, s2v3);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 3]);
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
}
