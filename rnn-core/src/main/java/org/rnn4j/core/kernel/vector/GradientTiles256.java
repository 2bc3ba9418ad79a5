package org.rnn4j.core.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.GradientOperands;

/**
 * Tile kernels of gradients for registers of 256 bits.
 *
 * <p>Written by {@code TileSource}, among the tests, which compare this file with what it writes.
 */
final class GradientTiles256 {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

    /** The kernels by [panels][rows], null where there is none. */
    static final GradientTile[][] TILES = {
        {},
        {
            null,
            GradientTiles256::rows1Panels1,
            GradientTiles256::rows2Panels1,
            GradientTiles256::rows3Panels1,
            GradientTiles256::rows4Panels1,
            GradientTiles256::rows5Panels1,
            GradientTiles256::rows6Panels1,
        },
    };

    private GradientTiles256() {}

    private static void rows1Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
    }

    private static void rows2Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            f1 = FloatVector.broadcast(LANES, dy[i + 17]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 8);
    }

    private static void rows3Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            f1 = FloatVector.broadcast(LANES, dy[i + 17]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            f2 = FloatVector.broadcast(LANES, dy[i + 18]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 8);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 8);
    }

    private static void rows4Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            f1 = FloatVector.broadcast(LANES, dy[i + 17]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            f2 = FloatVector.broadcast(LANES, dy[i + 18]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            f3 = FloatVector.broadcast(LANES, dy[i + 19]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 8);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 8);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 8);
    }

    private static void rows5Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 8);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            VarHandle.acquireFence();
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            f1 = FloatVector.broadcast(LANES, dy[i + 17]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            f2 = FloatVector.broadcast(LANES, dy[i + 18]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            f3 = FloatVector.broadcast(LANES, dy[i + 19]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            VarHandle.acquireFence();
            f4 = FloatVector.broadcast(LANES, dy[i + 20]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 8);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 8);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 8);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 8);
    }

    private static void rows6Panels1(GradientOperands g, int dyAt, int xAt, int startAt, int outAt) {
        float[] start = g.start;
        int startRow = g.startStride;
        FloatVector s0v0 = FloatVector.fromArray(LANES, start, startAt);
        FloatVector s0v1 = FloatVector.fromArray(LANES, start, startAt + 8);
        FloatVector s1v0 = FloatVector.fromArray(LANES, start, startAt + startRow);
        FloatVector s1v1 = FloatVector.fromArray(LANES, start, startAt + startRow + 8);
        FloatVector s2v0 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow);
        FloatVector s2v1 = FloatVector.fromArray(LANES, start, startAt + 2 * startRow + 8);
        FloatVector s3v0 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow);
        FloatVector s3v1 = FloatVector.fromArray(LANES, start, startAt + 3 * startRow + 8);
        FloatVector s4v0 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow);
        FloatVector s4v1 = FloatVector.fromArray(LANES, start, startAt + 4 * startRow + 8);
        FloatVector s5v0 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow);
        FloatVector s5v1 = FloatVector.fromArray(LANES, start, startAt + 5 * startRow + 8);
        float[] dy = g.dy;
        float[] x = g.x;
        int rows = g.rows;
        int xPanel = g.xPanelStride;
        for (int row = 0; row < rows; row += 2) {
            int i = dyAt + row * 16;
            int j0 = xAt + row * 16;
            VarHandle.acquireFence();
            FloatVector x0 = FloatVector.fromArray(LANES, x, j0);
            FloatVector x1 = FloatVector.fromArray(LANES, x, j0 + 8);
            x0.add(x0);
            FloatVector f0 = FloatVector.broadcast(LANES, dy[i]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            FloatVector f1 = FloatVector.broadcast(LANES, dy[i + 1]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            FloatVector f2 = FloatVector.broadcast(LANES, dy[i + 2]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            FloatVector f3 = FloatVector.broadcast(LANES, dy[i + 3]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            VarHandle.acquireFence();
            FloatVector f4 = FloatVector.broadcast(LANES, dy[i + 4]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            VarHandle.acquireFence();
            FloatVector f5 = FloatVector.broadcast(LANES, dy[i + 5]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
            VarHandle.acquireFence();
            x0 = FloatVector.fromArray(LANES, x, j0 + 16);
            x1 = FloatVector.fromArray(LANES, x, j0 + 24);
            f0 = FloatVector.broadcast(LANES, dy[i + 16]);
            s0v0 = f0.fma(x0, s0v0);
            s0v1 = f0.fma(x1, s0v1);
            VarHandle.acquireFence();
            f1 = FloatVector.broadcast(LANES, dy[i + 17]);
            s1v0 = f1.fma(x0, s1v0);
            s1v1 = f1.fma(x1, s1v1);
            VarHandle.acquireFence();
            f2 = FloatVector.broadcast(LANES, dy[i + 18]);
            s2v0 = f2.fma(x0, s2v0);
            s2v1 = f2.fma(x1, s2v1);
            VarHandle.acquireFence();
            f3 = FloatVector.broadcast(LANES, dy[i + 19]);
            s3v0 = f3.fma(x0, s3v0);
            s3v1 = f3.fma(x1, s3v1);
            VarHandle.acquireFence();
            f4 = FloatVector.broadcast(LANES, dy[i + 20]);
            s4v0 = f4.fma(x0, s4v0);
            s4v1 = f4.fma(x1, s4v1);
            VarHandle.acquireFence();
            f5 = FloatVector.broadcast(LANES, dy[i + 21]);
            s5v0 = f5.fma(x0, s5v0);
            s5v1 = f5.fma(x1, s5v1);
        }
        float[] out = g.out;
        int outRow = g.outStride;
        s0v0.intoArray(out, outAt);
        s0v1.intoArray(out, outAt + 8);
        s1v0.intoArray(out, outAt + outRow);
        s1v1.intoArray(out, outAt + outRow + 8);
        s2v0.intoArray(out, outAt + 2 * outRow);
        s2v1.intoArray(out, outAt + 2 * outRow + 8);
        s3v0.intoArray(out, outAt + 3 * outRow);
        s3v1.intoArray(out, outAt + 3 * outRow + 8);
        s4v0.intoArray(out, outAt + 4 * outRow);
        s4v1.intoArray(out, outAt + 4 * outRow + 8);
        s5v0.intoArray(out, outAt + 5 * outRow);
        s5v1.intoArray(out, outAt + 5 * outRow + 8);
    }
}
