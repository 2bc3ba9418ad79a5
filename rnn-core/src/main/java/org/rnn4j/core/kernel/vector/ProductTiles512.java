package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.ProductOperands;

/**
 * Tile kernels of products for registers of 512 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class ProductTiles512 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_512;

    /** The kernels by [panels][rows], null where there is none. */
    static final ProductTile[][] TILES = {
        {},
        {
            null,
            ProductTiles512::rows1Panels1,
            ProductTiles512::rows2Panels1,
            ProductTiles512::rows3Panels1,
            ProductTiles512::rows4Panels1,
            ProductTiles512::rows5Panels1,
            ProductTiles512::rows6Panels1,
            ProductTiles512::rows7Panels1,
            ProductTiles512::rows8Panels1,
            ProductTiles512::rows9Panels1,
            ProductTiles512::rows10Panels1,
            ProductTiles512::rows11Panels1,
            ProductTiles512::rows12Panels1,
        },
        {
            null,
            ProductTiles512::rows1Panels2,
            ProductTiles512::rows2Panels2,
            ProductTiles512::rows3Panels2,
            ProductTiles512::rows4Panels2,
            ProductTiles512::rows5Panels2,
            ProductTiles512::rows6Panels2,
            ProductTiles512::rows7Panels2,
            ProductTiles512::rows8Panels2,
            ProductTiles512::rows9Panels2,
            ProductTiles512::rows10Panels2,
            ProductTiles512::rows11Panels2,
            ProductTiles512::rows12Panels2,
        },
        {},
        {
            null,
            ProductTiles512::rows1Panels4,
            ProductTiles512::rows2Panels4,
            ProductTiles512::rows3Panels4,
            ProductTiles512::rows4Panels4,
            ProductTiles512::rows5Panels4,
            ProductTiles512::rows6Panels4,
        },
        {},
        {},
        {},
        {
            null, ProductTiles512::rows1Panels8, ProductTiles512::rows2Panels8,
        },
    };

    private ProductTiles512() {}

    private static void rows1Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
    }

    private static void rows2Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
    }

    private static void rows3Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
    }

    private static void rows4Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
    }

    private static void rows5Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
    }

    private static void rows6Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
    }

    private static void rows7Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
    }

    private static void rows8Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
        s7v0.intoArray(c, out + 112);
    }

    private static void rows9Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
        s7v0.intoArray(c, out + 112);
        s8v0.intoArray(c, out + 128);
    }

    private static void rows10Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
        s7v0.intoArray(c, out + 112);
        s8v0.intoArray(c, out + 128);
        s9v0.intoArray(c, out + 144);
    }

    private static void rows11Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, s + 10 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, a[i + 160]);
            s10v0 = f10.fma(w0, s10v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
        s7v0.intoArray(c, out + 112);
        s8v0.intoArray(c, out + 128);
        s9v0.intoArray(c, out + 144);
        s10v0.intoArray(c, out + 160);
    }

    private static void rows12Panels1(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, s + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, s + 11 * startRow);
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
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, a[i + 16]);
            s1v0 = f1.fma(w0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, a[i + 32]);
            s2v0 = f2.fma(w0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, a[i + 48]);
            s3v0 = f3.fma(w0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, a[i + 160]);
            s10v0 = f10.fma(w0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, a[i + 176]);
            s11v0 = f11.fma(w0, s11v0);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s1v0.intoArray(c, out + 16);
        s2v0.intoArray(c, out + 32);
        s3v0.intoArray(c, out + 48);
        s4v0.intoArray(c, out + 64);
        s5v0.intoArray(c, out + 80);
        s6v0.intoArray(c, out + 96);
        s7v0.intoArray(c, out + 112);
        s8v0.intoArray(c, out + 128);
        s9v0.intoArray(c, out + 144);
        s10v0.intoArray(c, out + 160);
        s11v0.intoArray(c, out + 176);
    }

    private static void rows1Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            w0.add(w0);
            FloatVector f0 = FloatVector.broadcast(LANES, a[i]);
            s0v0 = f0.fma(w0, s0v0);
            s0v1 = f0.fma(w1, s0v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
    }

    private static void rows2Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
    }

    private static void rows3Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
    }

    private static void rows4Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
    }

    private static void rows5Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
    }

    private static void rows6Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
    }

    private static void rows7Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
    }

    private static void rows8Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, s + 7 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            s7v1 = f7.fma(w1, s7v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
        s7v0.intoArray(c, out + 112);
        s7v1.intoArray(c, out + cPanel + 112);
    }

    private static void rows9Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, s + 7 * startRow + startPanel);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s8v1 = FloatVector.fromArray(LANES, start, s + 8 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            s7v1 = f7.fma(w1, s7v1);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            s8v1 = f8.fma(w1, s8v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
        s7v0.intoArray(c, out + 112);
        s7v1.intoArray(c, out + cPanel + 112);
        s8v0.intoArray(c, out + 128);
        s8v1.intoArray(c, out + cPanel + 128);
    }

    private static void rows10Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, s + 7 * startRow + startPanel);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s8v1 = FloatVector.fromArray(LANES, start, s + 8 * startRow + startPanel);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
        FloatVector s9v1 = FloatVector.fromArray(LANES, start, s + 9 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            s7v1 = f7.fma(w1, s7v1);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            s8v1 = f8.fma(w1, s8v1);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
            s9v1 = f9.fma(w1, s9v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
        s7v0.intoArray(c, out + 112);
        s7v1.intoArray(c, out + cPanel + 112);
        s8v0.intoArray(c, out + 128);
        s8v1.intoArray(c, out + cPanel + 128);
        s9v0.intoArray(c, out + 144);
        s9v1.intoArray(c, out + cPanel + 144);
    }

    private static void rows11Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, s + 7 * startRow + startPanel);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s8v1 = FloatVector.fromArray(LANES, start, s + 8 * startRow + startPanel);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
        FloatVector s9v1 = FloatVector.fromArray(LANES, start, s + 9 * startRow + startPanel);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, s + 10 * startRow);
        FloatVector s10v1 = FloatVector.fromArray(LANES, start, s + 10 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            s7v1 = f7.fma(w1, s7v1);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            s8v1 = f8.fma(w1, s8v1);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
            s9v1 = f9.fma(w1, s9v1);
            FloatVector f10 = FloatVector.broadcast(LANES, a[i + 160]);
            s10v0 = f10.fma(w0, s10v0);
            s10v1 = f10.fma(w1, s10v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
        s7v0.intoArray(c, out + 112);
        s7v1.intoArray(c, out + cPanel + 112);
        s8v0.intoArray(c, out + 128);
        s8v1.intoArray(c, out + cPanel + 128);
        s9v0.intoArray(c, out + 144);
        s9v1.intoArray(c, out + cPanel + 144);
        s10v0.intoArray(c, out + 160);
        s10v1.intoArray(c, out + cPanel + 160);
    }

    private static void rows12Panels2(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, s + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, s + 6 * startRow + startPanel);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, s + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, s + 7 * startRow + startPanel);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, s + 8 * startRow);
        FloatVector s8v1 = FloatVector.fromArray(LANES, start, s + 8 * startRow + startPanel);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, s + 9 * startRow);
        FloatVector s9v1 = FloatVector.fromArray(LANES, start, s + 9 * startRow + startPanel);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, s + 10 * startRow);
        FloatVector s10v1 = FloatVector.fromArray(LANES, start, s + 10 * startRow + startPanel);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, s + 11 * startRow);
        FloatVector s11v1 = FloatVector.fromArray(LANES, start, s + 11 * startRow + startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, a[i + 96]);
            s6v0 = f6.fma(w0, s6v0);
            s6v1 = f6.fma(w1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, a[i + 112]);
            s7v0 = f7.fma(w0, s7v0);
            s7v1 = f7.fma(w1, s7v1);
            FloatVector f8 = FloatVector.broadcast(LANES, a[i + 128]);
            s8v0 = f8.fma(w0, s8v0);
            s8v1 = f8.fma(w1, s8v1);
            FloatVector f9 = FloatVector.broadcast(LANES, a[i + 144]);
            s9v0 = f9.fma(w0, s9v0);
            s9v1 = f9.fma(w1, s9v1);
            FloatVector f10 = FloatVector.broadcast(LANES, a[i + 160]);
            s10v0 = f10.fma(w0, s10v0);
            s10v1 = f10.fma(w1, s10v1);
            FloatVector f11 = FloatVector.broadcast(LANES, a[i + 176]);
            s11v0 = f11.fma(w0, s11v0);
            s11v1 = f11.fma(w1, s11v1);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s6v0.intoArray(c, out + 96);
        s6v1.intoArray(c, out + cPanel + 96);
        s7v0.intoArray(c, out + 112);
        s7v1.intoArray(c, out + cPanel + 112);
        s8v0.intoArray(c, out + 128);
        s8v1.intoArray(c, out + cPanel + 128);
        s9v0.intoArray(c, out + 144);
        s9v1.intoArray(c, out + cPanel + 144);
        s10v0.intoArray(c, out + 160);
        s10v1.intoArray(c, out + cPanel + 160);
        s11v0.intoArray(c, out + 176);
        s11v1.intoArray(c, out + cPanel + 176);
    }

    private static void rows1Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
    }

    private static void rows2Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
    }

    private static void rows3Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 2 * startPanel);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s2v2.intoArray(c, out + 2 * cPanel + 32);
        s2v3.intoArray(c, out + 3 * cPanel + 32);
    }

    private static void rows4Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 2 * startPanel);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 3 * startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 2 * startPanel);
        FloatVector s3v3 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s2v2.intoArray(c, out + 2 * cPanel + 32);
        s2v3.intoArray(c, out + 3 * cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s3v2.intoArray(c, out + 2 * cPanel + 48);
        s3v3.intoArray(c, out + 3 * cPanel + 48);
    }

    private static void rows5Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 2 * startPanel);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 3 * startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 2 * startPanel);
        FloatVector s3v3 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 3 * startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, s + 4 * startRow + 2 * startPanel);
        FloatVector s4v3 = FloatVector.fromArray(LANES, start, s + 4 * startRow + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            s4v2 = f4.fma(w2, s4v2);
            s4v3 = f4.fma(w3, s4v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s2v2.intoArray(c, out + 2 * cPanel + 32);
        s2v3.intoArray(c, out + 3 * cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s3v2.intoArray(c, out + 2 * cPanel + 48);
        s3v3.intoArray(c, out + 3 * cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s4v2.intoArray(c, out + 2 * cPanel + 64);
        s4v3.intoArray(c, out + 3 * cPanel + 64);
    }

    private static void rows6Panels4(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, s + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, s + 2 * startRow + startPanel);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 2 * startPanel);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, s + 2 * startRow + 3 * startPanel);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, s + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, s + 3 * startRow + startPanel);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 2 * startPanel);
        FloatVector s3v3 = FloatVector.fromArray(LANES, start, s + 3 * startRow + 3 * startPanel);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, s + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, s + 4 * startRow + startPanel);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, s + 4 * startRow + 2 * startPanel);
        FloatVector s4v3 = FloatVector.fromArray(LANES, start, s + 4 * startRow + 3 * startPanel);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, s + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, s + 5 * startRow + startPanel);
        FloatVector s5v2 = FloatVector.fromArray(LANES, start, s + 5 * startRow + 2 * startPanel);
        FloatVector s5v3 = FloatVector.fromArray(LANES, start, s + 5 * startRow + 3 * startPanel);
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
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
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
            FloatVector f4 = FloatVector.broadcast(LANES, a[i + 64]);
            s4v0 = f4.fma(w0, s4v0);
            s4v1 = f4.fma(w1, s4v1);
            s4v2 = f4.fma(w2, s4v2);
            s4v3 = f4.fma(w3, s4v3);
            FloatVector f5 = FloatVector.broadcast(LANES, a[i + 80]);
            s5v0 = f5.fma(w0, s5v0);
            s5v1 = f5.fma(w1, s5v1);
            s5v2 = f5.fma(w2, s5v2);
            s5v3 = f5.fma(w3, s5v3);
        }
        float[] c = p.c;
        int cPanel = p.cPanelStride;
        int out = p.cOffset + row * 16 + panel * cPanel;
        s0v0.intoArray(c, out);
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
        s2v0.intoArray(c, out + 32);
        s2v1.intoArray(c, out + cPanel + 32);
        s2v2.intoArray(c, out + 2 * cPanel + 32);
        s2v3.intoArray(c, out + 3 * cPanel + 32);
        s3v0.intoArray(c, out + 48);
        s3v1.intoArray(c, out + cPanel + 48);
        s3v2.intoArray(c, out + 2 * cPanel + 48);
        s3v3.intoArray(c, out + 3 * cPanel + 48);
        s4v0.intoArray(c, out + 64);
        s4v1.intoArray(c, out + cPanel + 64);
        s4v2.intoArray(c, out + 2 * cPanel + 64);
        s4v3.intoArray(c, out + 3 * cPanel + 64);
        s5v0.intoArray(c, out + 80);
        s5v1.intoArray(c, out + cPanel + 80);
        s5v2.intoArray(c, out + 2 * cPanel + 80);
        s5v3.intoArray(c, out + 3 * cPanel + 80);
    }

    private static void rows1Panels8(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s0v4 = FloatVector.fromArray(LANES, start, s + 4 * startPanel);
        FloatVector s0v5 = FloatVector.fromArray(LANES, start, s + 5 * startPanel);
        FloatVector s0v6 = FloatVector.fromArray(LANES, start, s + 6 * startPanel);
        FloatVector s0v7 = FloatVector.fromArray(LANES, start, s + 7 * startPanel);
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
            int j4 = wFirst + 4 * wPanel + step * 16;
            int j5 = wFirst + 5 * wPanel + step * 16;
            int j6 = wFirst + 6 * wPanel + step * 16;
            int j7 = wFirst + 7 * wPanel + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
            FloatVector w4 = FloatVector.fromArray(LANES, w, j4);
            FloatVector w5 = FloatVector.fromArray(LANES, w, j5);
            FloatVector w6 = FloatVector.fromArray(LANES, w, j6);
            FloatVector w7 = FloatVector.fromArray(LANES, w, j7);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s0v4.intoArray(c, out + 4 * cPanel);
        s0v5.intoArray(c, out + 5 * cPanel);
        s0v6.intoArray(c, out + 6 * cPanel);
        s0v7.intoArray(c, out + 7 * cPanel);
    }

    private static void rows2Panels8(ProductOperands p, int row, int panel) {
        float[] start = p.start;
        int startRow = p.startRowStride;
        int startPanel = p.startPanelStride;
        int s = p.startOffset + row * startRow + panel * startPanel;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, s);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, s + startPanel);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, s + 2 * startPanel);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, s + 3 * startPanel);
        FloatVector s0v4 = FloatVector.fromArray(LANES, start, s + 4 * startPanel);
        FloatVector s0v5 = FloatVector.fromArray(LANES, start, s + 5 * startPanel);
        FloatVector s0v6 = FloatVector.fromArray(LANES, start, s + 6 * startPanel);
        FloatVector s0v7 = FloatVector.fromArray(LANES, start, s + 7 * startPanel);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, s + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, s + startRow + startPanel);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, s + startRow + 2 * startPanel);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, s + startRow + 3 * startPanel);
        FloatVector s1v4 = FloatVector.fromArray(LANES, start, s + startRow + 4 * startPanel);
        FloatVector s1v5 = FloatVector.fromArray(LANES, start, s + startRow + 5 * startPanel);
        FloatVector s1v6 = FloatVector.fromArray(LANES, start, s + startRow + 6 * startPanel);
        FloatVector s1v7 = FloatVector.fromArray(LANES, start, s + startRow + 7 * startPanel);
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
            int j4 = wFirst + 4 * wPanel + step * 16;
            int j5 = wFirst + 5 * wPanel + step * 16;
            int j6 = wFirst + 6 * wPanel + step * 16;
            int j7 = wFirst + 7 * wPanel + step * 16;
            FloatVector w0 = FloatVector.fromArray(LANES, w, j0);
            FloatVector w1 = FloatVector.fromArray(LANES, w, j1);
            FloatVector w2 = FloatVector.fromArray(LANES, w, j2);
            FloatVector w3 = FloatVector.fromArray(LANES, w, j3);
            FloatVector w4 = FloatVector.fromArray(LANES, w, j4);
            FloatVector w5 = FloatVector.fromArray(LANES, w, j5);
            FloatVector w6 = FloatVector.fromArray(LANES, w, j6);
            FloatVector w7 = FloatVector.fromArray(LANES, w, j7);
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
        s0v1.intoArray(c, out + cPanel);
        s0v2.intoArray(c, out + 2 * cPanel);
        s0v3.intoArray(c, out + 3 * cPanel);
        s0v4.intoArray(c, out + 4 * cPanel);
        s0v5.intoArray(c, out + 5 * cPanel);
        s0v6.intoArray(c, out + 6 * cPanel);
        s0v7.intoArray(c, out + 7 * cPanel);
        s1v0.intoArray(c, out + 16);
        s1v1.intoArray(c, out + cPanel + 16);
        s1v2.intoArray(c, out + 2 * cPanel + 16);
        s1v3.intoArray(c, out + 3 * cPanel + 16);
        s1v4.intoArray(c, out + 4 * cPanel + 16);
        s1v5.intoArray(c, out + 5 * cPanel + 16);
        s1v6.intoArray(c, out + 6 * cPanel + 16);
        s1v7.intoArray(c, out + 7 * cPanel + 16);
    }
}
