package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PanelLayout;

/** Moves numbers between row-major tensors, example by example, and the rows of values. */
final class Transfer {
    /** Numbers that one thread reads at a time. */
    private static final int FLOATS = 16 * 1024;
    /** Rows, as those of a session's step, that are copied one by one, without an allocation. */
    private static final int FEW_ROWS = 8;

    private Transfer() {}

    /** Reads a sequence [T, B, size] into the rows of a view, as early work where the layout has parts. */
    static void readSequence(Tensor tensor, RowLayout layout, View view, EarlyWork early) {
        float[] numbers = tensor.floats();
        if (layout.rows() <= FEW_ROWS) {
            for (int row = 0; row < layout.rows(); row++) {
                readRow(numbers, layout.steppedRows()[row] * view.size, view, row);
            }
            return;
        }
        Matrix steps = new Matrix(numbers, 0, numbers.length / view.size, view.size);
        if (layout.parts() > 1) {
            early.add(layout, (part, worker) -> {
                readRows(steps, layout, view, layout.firstRow(part), layout.firstRow(part + 1), worker);
            });
            return;
        }
        int block = Math.max(1, FLOATS / view.size);
        early.pool().run((layout.rows() + block - 1) / block, (task, worker) -> {
            readRows(steps, layout, view, task * block, Math.min(layout.rows(), (task + 1) * block), worker);
        });
    }

    private static void readRows(Matrix steps, RowLayout layout, View view, int from, int to, Worker worker) {
        worker.c.set(view.panels.array, view.at(0, from), view.panels.rowCapacity);
        worker.kernels.gather(steps, layout.steppedRows(), from, worker.c, to - from);
    }

    /** Reads vectors [B, size] into rows, in the order of the layout's examples. */
    static void readVectors(Tensor tensor, RowLayout layout, View view) {
        float[] source = tensor.floats();
        for (int i = 0; i < layout.examples(); i++)
            readRow(source, layout.example(i) * view.size, view, view.row(i, i));
    }

    /** The rows of a view as a sequence [T, B, size], zeros past each length. */
    static Tensor writeSequence(View view, RowLayout layout, int timeSteps) {
        float[] target = new float[timeSteps * layout.examples() * view.size];
        for (int row = 0; row < layout.rows(); row++) {
            writeRow(view, row, target, layout.steppedRows()[row] * view.size);
        }
        return Tensor.of(target, timeSteps, layout.examples(), view.size);
    }

    /** The rows of a view as vectors [B, size]. */
    static Tensor writeVectors(View view, RowLayout layout) {
        float[] target = new float[layout.examples() * view.size];
        writeVectors(view, layout, target);
        return Tensor.of(target, layout.examples(), view.size);
    }

    /** Copies the rows of a view to vectors [B, size]. */
    static void writeVectors(View view, RowLayout layout, float[] target) {
        for (int i = 0; i < layout.examples(); i++)
            writeRow(view, view.row(i, i), target, layout.example(i) * view.size);
    }

    /** Indices [T, B] in the order of rows; in the array given, if it fits. */
    static int[] indices(Tensor tensor, RowLayout layout, int @Nullable [] reuse) {
        int[] source = tensor.ids();
        int[] result = reuse != null && reuse.length == layout.rows() ? reuse : new int[layout.rows()];
        for (int row = 0; row < result.length; row++) {
            result[row] = source[layout.steppedRows()[row]];
        }
        return result;
    }

    /** Indices [B], in the order of the layout's examples. */
    static int[] vectorIndices(Tensor tensor, RowLayout layout) {
        int[] result = new int[layout.examples()];
        for (int i = 0; i < result.length; i++) result[i] = tensor.ids()[layout.example(i)];
        return result;
    }

    static void readRow(float[] source, int from, View view, int row) {
        float[] target = view.panels.array;
        if (view.size == 1) {
            int at = view.at(0, row);
            Arrays.fill(target, at, at + PanelLayout.WIDTH, source[from]);
            return;
        }
        for (int column = 0; column < view.size; column += PanelLayout.WIDTH) {
            int length = Math.min(PanelLayout.WIDTH, view.size - column);
            int at = view.at(column / PanelLayout.WIDTH, row);
            System.arraycopy(source, from + column, target, at, length);
            if (length < PanelLayout.WIDTH) Arrays.fill(target, at + length, at + PanelLayout.WIDTH, 0);
        }
    }

    static void writeRow(View view, int row, float[] target, int to) {
        for (int column = 0; column < view.size; column += PanelLayout.WIDTH) {
            int length = Math.min(PanelLayout.WIDTH, view.size - column);
            System.arraycopy(view.panels.array, view.at(column / PanelLayout.WIDTH, row), target, to + column, length);
        }
    }
}
