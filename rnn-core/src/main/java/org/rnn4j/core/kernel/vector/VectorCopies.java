package org.rnn4j.core.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Panels;

/** Copies of whole panels, 16 columns of many rows; what is left at the end of the columns, one by one. */
final class VectorCopies {
    private static final int WIDTH = PanelLayout.WIDTH;
    private static final VectorSpecies<Float> LANES = VectorWidth.LANES;

    private VectorCopies() {}

    static void toPanels(Matrix source, Panels target) {
        int whole = source.columns() / WIDTH * WIDTH;
        for (int column = 0; column < whole; column += WIDTH) {
            int from = source.offset() + column;
            int to = target.index(0, column);
            copy(source.array(), from, source.stride(), target.array, to, WIDTH, source.rows());
        }
        int width = source.columns() - whole;
        int to = target.index(0, whole);
        copyPart(
                source.array(),
                source.offset() + whole,
                source.stride(),
                target.array,
                to,
                WIDTH,
                source.rows(),
                width);
    }

    static void fromPanels(Panels source, Matrix target) {
        int whole = target.columns() / WIDTH * WIDTH;
        for (int column = 0; column < whole; column += WIDTH) {
            int from = source.index(0, column);
            int to = target.offset() + column;
            copy(source.array, from, WIDTH, target.array(), to, target.stride(), target.rows());
        }
        int width = target.columns() - whole;
        int from = source.index(0, whole);
        copyPart(
                source.array,
                from,
                WIDTH,
                target.array(),
                target.offset() + whole,
                target.stride(),
                target.rows(),
                width);
    }

    static void packTransposed(Matrix source, PackedWeights target, int firstPanel, int firstK) {
        int whole = source.columns() / WIDTH * WIDTH;
        for (int column = 0; column < whole; column += WIDTH) {
            int to = target.panel(firstPanel + column / WIDTH) + firstK * WIDTH;
            copy(source.array(), source.offset() + column, source.stride(), target.array(), to, WIDTH, source.rows());
        }
        if (whole < source.columns()) {
            int to = target.panel(firstPanel + whole / WIDTH) + firstK * WIDTH;
            int width = source.columns() - whole;
            Arrays.fill(target.array(), to, to + source.rows() * WIDTH, 0f);
            copyPart(
                    source.array(),
                    source.offset() + whole,
                    source.stride(),
                    target.array(),
                    to,
                    WIDTH,
                    source.rows(),
                    width);
        }
    }

    // Sixteen columns of some rows.
    private static void copy(float[] a, int aAt, int aStride, float[] out, int outAt, int outStride, int rows) {
        for (int lane = 0; lane < WIDTH; lane += LANES.length()) {
            for (int row = 0; row < rows; row++) {
                FloatVector v = FloatVector.fromArray(LANES, a, aAt + lane + row * aStride);
                v.intoArray(out, outAt + lane + row * outStride);
            }
        }
    }

    private static void copyPart(
            float[] a, int aAt, int aStride, float[] out, int outAt, int outStride, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                out[outAt + row * outStride + column] = a[aAt + row * aStride + column];
            }
        }
    }

    // Four rows side by side wait for memory together: rows far apart come more than twice as fast. The last register
    // of a row
    // may read on into the next: what it brings are lanes past the columns.
    static void gather(Matrix table, int[] ids, int idsAt, Panels out, int rows) {
        float[] a = table.array();
        int stride = table.stride();
        int last = a.length - PanelLayout.panels(table.columns()) * WIDTH;
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int from0 = table.offset() + ids[idsAt + row] * stride;
            int from1 = table.offset() + ids[idsAt + row + 1] * stride;
            int from2 = table.offset() + ids[idsAt + row + 2] * stride;
            int from3 = table.offset() + ids[idsAt + row + 3] * stride;
            if (Math.max(Math.max(from0, from1), Math.max(from2, from3)) > last) break;
            for (int column = 0; column < table.columns(); column += LANES.length()) {
                FloatVector v0 = FloatVector.fromArray(LANES, a, from0 + column);
                FloatVector v1 = FloatVector.fromArray(LANES, a, from1 + column);
                FloatVector v2 = FloatVector.fromArray(LANES, a, from2 + column);
                FloatVector v3 = FloatVector.fromArray(LANES, a, from3 + column);
                int to = out.index(row, column);
                v0.intoArray(out.array, to);
                v1.intoArray(out.array, to + WIDTH);
                v2.intoArray(out.array, to + 2 * WIDTH);
                v3.intoArray(out.array, to + 3 * WIDTH);
            }
        }
        for (; row < rows; row++) gatherRow(table, table.offset() + ids[idsAt + row] * stride, last, out, row);
    }

    private static void gatherRow(Matrix table, int from, int last, Panels out, int row) {
        float[] a = table.array();
        int columns = table.columns();
        if (from > last) {
            for (int column = 0; column < columns; column++) out.array[out.index(row, column)] = a[from + column];
            return;
        }
        for (int column = 0; column < columns; column += LANES.length()) {
            FloatVector.fromArray(LANES, a, from + column).intoArray(out.array, out.index(row, column));
        }
    }

    static void gatherAdd(Matrix table, int[] ids, int idsAt, Panels out, int rows) {
        float[] a = table.array();
        int whole = table.columns() / LANES.length() * LANES.length();
        for (int row = 0; row < rows; row++) {
            int from = table.offset() + ids[idsAt + row] * table.stride();
            for (int column = 0; column < whole; column += LANES.length()) {
                int to = out.index(row, column);
                FloatVector sum = FloatVector.fromArray(LANES, out.array, to);
                sum.add(FloatVector.fromArray(LANES, a, from + column)).intoArray(out.array, to);
            }
            for (int column = whole; column < table.columns(); column++) {
                out.array[out.index(row, column)] += a[from + column];
            }
        }
    }

    static void scatterAdd(Panels dy, int rows, int[] ids, int idsAt, Matrix gradient) {
        float[] out = gradient.array();
        int whole = gradient.columns() / LANES.length() * LANES.length();
        for (int row = 0; row < rows; row++) {
            int to = gradient.offset() + ids[idsAt + row] * gradient.stride();
            for (int column = 0; column < whole; column += LANES.length()) {
                FloatVector sum = FloatVector.fromArray(LANES, out, to + column);
                sum.add(FloatVector.fromArray(LANES, dy.array, dy.index(row, column)))
                        .intoArray(out, to + column);
            }
            for (int column = whole; column < gradient.columns(); column++) {
                out[to + column] += dy.array[dy.index(row, column)];
            }
        }
    }
}
