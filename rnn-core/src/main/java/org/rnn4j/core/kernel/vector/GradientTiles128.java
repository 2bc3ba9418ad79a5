package org.rnn4j.core.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.GradientOperands;

/**
 * Tile kernels of gradients for registers of 128 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class GradientTiles128 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_128;

    /** The kernels by [panels][rows], null where there is none. */
    static final GradientTile[][] TILES = {
        {},
        {
            null,
            GradientTiles128::rows1Panels1,
            GradientTiles128::rows2Panels1,
            GradientTiles128::rows3Panels1,
            GradientTiles128::rows4Panels1,
        },
    };

    private GradientTiles128() {}

    private static void rows1Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, startAt + 12);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 4);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j0 + 8);
            FloatVector x3 = FloatVector.fromArray(LANES, x, j0 + 12);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            s0v3 = f0.fma(x3, s0v3);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 4);
        s0v2.intoArray(out, outAt + 8);
        s0v3.intoArray(out, outAt + 12);
    }

    private static void rows2Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, startAt + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, startAt + startRow + 12);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 4);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j0 + 8);
            FloatVector x3 = FloatVector.fromArray(LANES, x, j0 + 12);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            s0v3 = f0.fma(x3, s0v3);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            s1v3 = f1.fma(x3, s1v3);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 4);
        s0v2.intoArray(out, outAt + 8);
        s0v3.intoArray(out, outAt + 12);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 4);
        s1v2.intoArray(out, outAt + outRow + 8);
        s1v3.intoArray(out, outAt + outRow + 12);
    }

    private static void rows3Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, startAt + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, startAt + startRow + 12);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 4);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 12);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 4);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j0 + 8);
            FloatVector x3 = FloatVector.fromArray(LANES, x, j0 + 12);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            s0v3 = f0.fma(x3, s0v3);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            s1v3 = f1.fma(x3, s1v3);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            s2v3 = f2.fma(x3, s2v3);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 4);
        s0v2.intoArray(out, outAt + 8);
        s0v3.intoArray(out, outAt + 12);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 4);
        s1v2.intoArray(out, outAt + outRow + 8);
        s1v3.intoArray(out, outAt + outRow + 12);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 4);
        s2v2.intoArray(out, outAt + 2 * outRow + 8);
        s2v3.intoArray(out, outAt + 2 * outRow + 12);
    }

    private static void rows4Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 4);
        FloatVector s0v2 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s0v3 = FloatVector.fromArray(LANES, start, startAt + 12);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 4);
        FloatVector s1v2 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s1v3 = FloatVector.fromArray(LANES, start, startAt + startRow + 12);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 4);
        FloatVector s2v2 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        FloatVector s2v3 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 12);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 4);
        FloatVector s3v2 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 8);
        FloatVector s3v3 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 12);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row++) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 4);
            FloatVector x2 = FloatVector.fromArray(LANES, x, j0 + 8);
            FloatVector x3 = FloatVector.fromArray(LANES, x, j0 + 12);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            s0v2 = f0.fma(x2, s0v2);
            s0v3 = f0.fma(x3, s0v3);
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            s1v2 = f1.fma(x2, s1v2);
            s1v3 = f1.fma(x3, s1v3);
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            s2v2 = f2.fma(x2, s2v2);
            s2v3 = f2.fma(x3, s2v3);
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            s3v2 = f3.fma(x2, s3v2);
            s3v3 = f3.fma(x3, s3v3);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 4);
        s0v2.intoArray(out, outAt + 8);
        s0v3.intoArray(out, outAt + 12);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 4);
        s1v2.intoArray(out, outAt + outRow + 8);
        s1v3.intoArray(out, outAt + outRow + 12);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 4);
        s2v2.intoArray(out, outAt + 2 * outRow + 8);
        s2v3.intoArray(out, outAt + 2 * outRow + 12);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 4);
        s3v2.intoArray(out, outAt + 3 * outRow + 8);
        s3v3.intoArray(out, outAt + 3 * outRow + 12);
    }
}
