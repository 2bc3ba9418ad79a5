package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.GradientOperands;

/**
 * Tile kernels of gradients for registers of 512 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class GradientTiles512 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_512;

    /** The kernels by [panels][rows], null where there is none. */
    static final GradientTile[][] TILES = {
        {},
        {
            null,
            GradientTiles512::rows1Panels1,
            GradientTiles512::rows2Panels1,
            GradientTiles512::rows3Panels1,
            GradientTiles512::rows4Panels1,
            GradientTiles512::rows5Panels1,
            GradientTiles512::rows6Panels1,
            GradientTiles512::rows7Panels1,
            GradientTiles512::rows8Panels1,
            GradientTiles512::rows9Panels1,
            GradientTiles512::rows10Panels1,
            GradientTiles512::rows11Panels1,
            GradientTiles512::rows12Panels1,
            GradientTiles512::rows13Panels1,
            GradientTiles512::rows14Panels1,
            GradientTiles512::rows15Panels1,
            GradientTiles512::rows16Panels1,
        },
        {
            null,
            GradientTiles512::rows1Panels2,
            GradientTiles512::rows2Panels2,
            GradientTiles512::rows3Panels2,
            GradientTiles512::rows4Panels2,
            GradientTiles512::rows5Panels2,
            GradientTiles512::rows6Panels2,
            GradientTiles512::rows7Panels2,
            GradientTiles512::rows8Panels2,
        },
        {
            null,
            GradientTiles512::rows1Panels3,
            GradientTiles512::rows2Panels3,
            GradientTiles512::rows3Panels3,
            GradientTiles512::rows4Panels3,
            GradientTiles512::rows5Panels3,
            GradientTiles512::rows6Panels3,
            GradientTiles512::rows7Panels3,
            GradientTiles512::rows8Panels3,
        },
    };

    private GradientTiles512() {}

    private static void rows1Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
    }

    private static void rows2Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
    }

    private static void rows3Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
    }

    private static void rows4Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
    }

    private static void rows5Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
    }

    private static void rows6Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
    }

    private static void rows7Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
    }

    private static void rows8Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
    }

    private static void rows9Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
    }

    private static void rows10Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
    }

    private static void rows11Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
    }

    private static void rows12Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, startAt + 11 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, dy[i + 11]);
            s11v0 = f11.fma(x0, s11v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
        s11v0.intoArray(out, outAt + 11 * outRow);
    }

    private static void rows13Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, startAt + 11 * startRow);
        FloatVector s12v0 = FloatVector.fromArray(LANES, start, startAt + 12 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, dy[i + 11]);
            s11v0 = f11.fma(x0, s11v0);
            FloatVector f12 = FloatVector.broadcast(LANES, dy[i + 12]);
            s12v0 = f12.fma(x0, s12v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
        s11v0.intoArray(out, outAt + 11 * outRow);
        s12v0.intoArray(out, outAt + 12 * outRow);
    }

    private static void rows14Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, startAt + 11 * startRow);
        FloatVector s12v0 = FloatVector.fromArray(LANES, start, startAt + 12 * startRow);
        FloatVector s13v0 = FloatVector.fromArray(LANES, start, startAt + 13 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, dy[i + 11]);
            s11v0 = f11.fma(x0, s11v0);
            FloatVector f12 = FloatVector.broadcast(LANES, dy[i + 12]);
            s12v0 = f12.fma(x0, s12v0);
            FloatVector f13 = FloatVector.broadcast(LANES, dy[i + 13]);
            s13v0 = f13.fma(x0, s13v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
        s11v0.intoArray(out, outAt + 11 * outRow);
        s12v0.intoArray(out, outAt + 12 * outRow);
        s13v0.intoArray(out, outAt + 13 * outRow);
    }

    private static void rows15Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, startAt + 11 * startRow);
        FloatVector s12v0 = FloatVector.fromArray(LANES, start, startAt + 12 * startRow);
        FloatVector s13v0 = FloatVector.fromArray(LANES, start, startAt + 13 * startRow);
        FloatVector s14v0 = FloatVector.fromArray(LANES, start, startAt + 14 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, dy[i + 11]);
            s11v0 = f11.fma(x0, s11v0);
            FloatVector f12 = FloatVector.broadcast(LANES, dy[i + 12]);
            s12v0 = f12.fma(x0, s12v0);
            FloatVector f13 = FloatVector.broadcast(LANES, dy[i + 13]);
            s13v0 = f13.fma(x0, s13v0);
            FloatVector f14 = FloatVector.broadcast(LANES, dy[i + 14]);
            s14v0 = f14.fma(x0, s14v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
        s11v0.intoArray(out, outAt + 11 * outRow);
        s12v0.intoArray(out, outAt + 12 * outRow);
        s13v0.intoArray(out, outAt + 13 * outRow);
        s14v0.intoArray(out, outAt + 14 * outRow);
    }

    private static void rows16Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s8v0 = FloatVector.fromArray(LANES, start, startAt + 8 * startRow);
        FloatVector s9v0 = FloatVector.fromArray(LANES, start, startAt + 9 * startRow);
        FloatVector s10v0 = FloatVector.fromArray(LANES, start, startAt + 10 * startRow);
        FloatVector s11v0 = FloatVector.fromArray(LANES, start, startAt + 11 * startRow);
        FloatVector s12v0 = FloatVector.fromArray(LANES, start, startAt + 12 * startRow);
        FloatVector s13v0 = FloatVector.fromArray(LANES, start, startAt + 13 * startRow);
        FloatVector s14v0 = FloatVector.fromArray(LANES, start, startAt + 14 * startRow);
        FloatVector s15v0 = FloatVector.fromArray(LANES, start, startAt + 15 * startRow);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            FloatVector f8 = FloatVector.broadcast(LANES, dy[i + 8]);
            s8v0 = f8.fma(x0, s8v0);
            FloatVector f9 = FloatVector.broadcast(LANES, dy[i + 9]);
            s9v0 = f9.fma(x0, s9v0);
            FloatVector f10 = FloatVector.broadcast(LANES, dy[i + 10]);
            s10v0 = f10.fma(x0, s10v0);
            FloatVector f11 = FloatVector.broadcast(LANES, dy[i + 11]);
            s11v0 = f11.fma(x0, s11v0);
            FloatVector f12 = FloatVector.broadcast(LANES, dy[i + 12]);
            s12v0 = f12.fma(x0, s12v0);
            FloatVector f13 = FloatVector.broadcast(LANES, dy[i + 13]);
            s13v0 = f13.fma(x0, s13v0);
            FloatVector f14 = FloatVector.broadcast(LANES, dy[i + 14]);
            s14v0 = f14.fma(x0, s14v0);
            FloatVector f15 = FloatVector.broadcast(LANES, dy[i + 15]);
            s15v0 = f15.fma(x0, s15v0);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s1v0.intoArray(out, outAt + outRow);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s8v0.intoArray(out, outAt + 8 * outRow);
        s9v0.intoArray(out, outAt + 9 * outRow);
        s10v0.intoArray(out, outAt + 10 * outRow);
        s11v0.intoArray(out, outAt + 11 * outRow);
        s12v0.intoArray(out, outAt + 12 * outRow);
        s13v0.intoArray(out, outAt + 13 * outRow);
        s14v0.intoArray(out, outAt + 14 * outRow);
        s15v0.intoArray(out, outAt + 15 * outRow);
    }

    private static void rows1Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
    }

    private static void rows2Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
    }

    private static void rows3Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
    }

    private static void rows4Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
    }

    private static void rows5Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
    }

    private static void rows6Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
    }

    private static void rows7Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            s6v1 = f6.fma(x1, s6v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s6v1.intoArray(out, outAt + 6 * outRow + 16);
    }

    private static void rows8Panels2(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 16);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow + 16);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            s6v1 = f6.fma(x1, s6v1);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            s7v1 = f7.fma(x1, s7v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s6v1.intoArray(out, outAt + 6 * outRow + 16);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s7v1.intoArray(out, outAt + 7 * outRow + 16);
    }

    private static void rows1Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
    }

    private static void rows2Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
    }

    private static void rows3Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
    }

    private static void rows4Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s3v2.intoArray(out, outAt + 3 * outRow + 32);
    }

    private static void rows5Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 32);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            s4v2 = f4.fma(x2, s4v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s3v2.intoArray(out, outAt + 3 * outRow + 32);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s4v2.intoArray(out, outAt + 4 * outRow + 32);
    }

    private static void rows6Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 32);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 32);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        FloatVector s5v2 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            s4v2 = f4.fma(x2, s4v2);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            s5v2 = f5.fma(x2, s5v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s3v2.intoArray(out, outAt + 3 * outRow + 32);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s4v2.intoArray(out, outAt + 4 * outRow + 32);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
        s5v2.intoArray(out, outAt + 5 * outRow + 32);
    }

    private static void rows7Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 32);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 32);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        FloatVector s5v2 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 32);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 16);
        FloatVector s6v2 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            s4v2 = f4.fma(x2, s4v2);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            s5v2 = f5.fma(x2, s5v2);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            s6v1 = f6.fma(x1, s6v1);
            s6v2 = f6.fma(x2, s6v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s3v2.intoArray(out, outAt + 3 * outRow + 32);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s4v2.intoArray(out, outAt + 4 * outRow + 32);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
        s5v2.intoArray(out, outAt + 5 * outRow + 32);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s6v1.intoArray(out, outAt + 6 * outRow + 16);
        s6v2.intoArray(out, outAt + 6 * outRow + 32);
    }

    private static void rows8Panels3(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 16);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 32);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 16);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 32);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 16);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 32);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 16);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 32);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 16);
        FloatVector s4v2 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 32);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 16);
        FloatVector s5v2 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 32);
        FloatVector s6v0 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow);
        FloatVector s6v1 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 16);
        FloatVector s6v2 = FloatVector.fromArray(LANES, start, startAt + 6 * startRow + 32);
        FloatVector s7v0 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow);
        FloatVector s7v1 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow + 16);
        FloatVector s7v2 = FloatVector.fromArray(LANES, start, startAt + 7 * startRow + 32);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            int j1 = xAt + xPanel + row * 16;
            int j2 = xAt + 2 * xPanel + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j1);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j2);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            s4v2 = f4.fma(x2, s4v2);
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            s5v2 = f5.fma(x2, s5v2);
            FloatVector f6 = FloatVector.broadcast(LANES, dy[i + 6]);
            s6v0 = f6.fma(x0, s6v0);
            s6v1 = f6.fma(x1, s6v1);
            s6v2 = f6.fma(x2, s6v2);
            FloatVector f7 = FloatVector.broadcast(LANES, dy[i + 7]);
            s7v0 = f7.fma(x0, s7v0);
            s7v1 = f7.fma(x1, s7v1);
            s7v2 = f7.fma(x2, s7v2);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 16);
        s0v2.intoArray(out, outAt + 32);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 16);
        s1v2.intoArray(out, outAt + outRow + 32);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 16);
        s2v2.intoArray(out, outAt + 2 * outRow + 32);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 16);
        s3v2.intoArray(out, outAt + 3 * outRow + 32);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 16);
        s4v2.intoArray(out, outAt + 4 * outRow + 32);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 16);
        s5v2.intoArray(out, outAt + 5 * outRow + 32);
        s6v0.intoArray(out, outAt + 6 * outRow);
        s6v1.intoArray(out, outAt + 6 * outRow + 16);
        s6v2.intoArray(out, outAt + 6 * outRow + 32);
        s7v0.intoArray(out, outAt + 7 * outRow);
        s7v1.intoArray(out, outAt + 7 * outRow + 16);
        s7v2.intoArray(out, outAt + 7 * outRow + 32);
    }
}
