package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.trace.SequenceGraph.PoolKind;

/** What layers do with whole sequences beside running cells: pools, repeats, reversals; and sums of gradients. */
final class SequenceWork {
    private SequenceWork() {}

    /** One vector from every example's steps; zeros for an example without steps. */
    static void pool(PoolKind kind, View x, View y, RowLayout layout) {
        for (int i = 0; i < layout.examples(); i++) {
            for (int p = 0; p < PanelLayout.panels(x.size); p++) poolRow(kind, x, y, layout, i, p);
        }
    }

    private static void poolRow(PoolKind kind, View x, View y, RowLayout layout, int i, int p) {
        float[] out = y.panels.array;
        int at = y.at(p, layout.vectorRow(i));
        int length = layout.length(i);
        if (length == 0) {
            Arrays.fill(out, at, at + PanelLayout.WIDTH, 0);
            return;
        }
        int first = kind == PoolKind.LAST ? length - 1 : 0;
        System.arraycopy(x.panels.array, x.at(p, layout.row(first, i)), out, at, PanelLayout.WIDTH);
        if (kind == PoolKind.LAST || kind == PoolKind.FIRST) return;
        for (int t = 1; t < length; t++) {
            int from = x.at(p, layout.row(t, i));
            for (int j = 0; j < PanelLayout.WIDTH; j++) {
                float value = x.panels.array[from + j];
                out[at + j] = kind == PoolKind.MEAN ? out[at + j] + value : Math.max(out[at + j], value);
            }
        }
        if (kind == PoolKind.MEAN) {
            for (int j = 0; j < PanelLayout.WIDTH; j++) out[at + j] /= length;
        }
    }

    /** The gradient of a pool, written to all rows. */
    static void poolGradient(PoolKind kind, View x, View y, View gradY, View gradX, RowLayout layout) {
        fill(gradX, layout.rows(), 0);
        for (int i = 0; i < layout.examples(); i++) {
            int length = layout.length(i);
            for (int p = 0; p < PanelLayout.panels(x.size) && length > 0; p++) {
                int g = gradY.at(p, layout.vectorRow(i));
                switch (kind) {
                    case LAST, FIRST -> {
                        int t = kind == PoolKind.LAST ? length - 1 : 0;
                        System.arraycopy(
                                gradY.panels.array,
                                g,
                                gradX.panels.array,
                                gradX.at(p, layout.row(t, i)),
                                PanelLayout.WIDTH);
                    }
                    case MEAN -> {
                        for (int t = 0; t < length; t++) {
                            int to = gradX.at(p, layout.row(t, i));
                            for (int j = 0; j < PanelLayout.WIDTH; j++) {
                                gradX.panels.array[to + j] = gradY.panels.array[g + j] / length;
                            }
                        }
                    }
                    case MAXIMUM -> maximumGradient(x, y, gradY, gradX, layout, i, p);
                }
            }
        }
    }

    private static void maximumGradient(View x, View y, View gradY, View gradX, RowLayout layout, int i, int p) {
        int row = layout.vectorRow(i);
        for (int j = 0; j < PanelLayout.WIDTH; j++) {
            float most = y.panels.array[y.at(p, row) + j];
            for (int t = 0; t < layout.length(i); t++) {
                if (x.panels.array[x.at(p, layout.row(t, i)) + j] != most) continue;
                gradX.panels.array[gradX.at(p, layout.row(t, i)) + j] = gradY.panels.array[gradY.at(p, row) + j];
                break;
            }
        }
    }

    /** A vector at every step. */
    static void repeat(View vector, View y, RowLayout layout) {
        for (int t = 0; t < layout.steps(); t++) {
            for (int p = 0; p < layout.parts() && layout.active(t, p) > 0; p++) {
                int low = layout.low(p);
                VectorOrder.toSorted(vector, low, layout.active(t, p), y, layout.row(t, low), layout);
            }
        }
    }

    /** The gradient of a repeat: the sum over the steps, from the first on. */
    static void repeatGradient(View gradY, View gradVector, RowLayout layout, Kernels kernels) {
        fill(gradVector, layout.examples(), 0);
        for (int t = 0; t < layout.steps(); t++) {
            for (int p = 0; p < layout.parts() && layout.active(t, p) > 0; p++) {
                int low = layout.low(p);
                VectorOrder.addFromSorted(
                        gradY, layout.row(t, low), low, layout.active(t, p), gradVector, layout, kernels);
            }
        }
    }

    /** Every example's steps in the opposite order. */
    static void reverse(View x, View y, RowLayout layout) {
        for (int row = 0; row < layout.rows(); row++) PanelCopies.copyRows(x, opposite(row, layout), y, row, 1);
    }

    /** Every example's indices in the opposite order. */
    static int[] reverse(int[] ids, RowLayout layout) {
        int[] reversed = new int[ids.length];
        for (int row = 0; row < ids.length; row++) reversed[row] = ids[opposite(row, layout)];
        return reversed;
    }

    private static int opposite(int row, RowLayout layout) {
        int i = layout.sortedExample(row);
        return layout.row(layout.length(i) - 1 - layout.time(row), i);
    }

    /** Sets all elements of the first rows. */
    static void fill(View view, int rows, float number) {
        fill(view, 0, rows, number);
    }

    /** Sets all elements of some rows. */
    static void fill(View view, int from, int rows, float number) {
        for (int p = 0; p < PanelLayout.panels(view.size); p++) {
            int at = view.at(p, from);
            Arrays.fill(view.panels.array, at, at + rows * PanelLayout.WIDTH, number);
        }
    }

    /** Adds rows to others. */
    static void add(View from, int fromRow, View to, int toRow, int rows, Kernels kernels) {
        for (int p = 0; p < PanelLayout.panels(from.size); p++) {
            int at = to.at(p, toRow);
            kernels.binary(
                    BinaryOp.ADD,
                    to.panels.array,
                    at,
                    from.panels.array,
                    from.at(p, fromRow),
                    to.panels.array,
                    at,
                    rows * PanelLayout.WIDTH);
        }
    }
}
