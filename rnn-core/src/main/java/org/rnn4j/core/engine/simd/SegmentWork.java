package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.UnaryOp;
import org.rnn4j.core.plan.Slot.Rows;

/**
 * Work over the positions of each example's memory: values spread over them, sums, softmaxes.
 *
 * <p>Implementation note. The rows of an example's positions follow each other within a panel, so that each example is one
 * contiguous block of numbers.
 */
final class SegmentWork {
    private SegmentWork() {}

    static void run(StepCode.SegmentCode code, View[] views, int row, int stepRow, int count, Worker worker) {
        View out = views[code.target()];
        switch (code.item().origin().operation()) {
            case SPREAD -> spread(code.operand(), views, out, row, stepRow, count);
            case SEGMENT_SUM -> sum(views[code.operand().value()], out, row, stepRow, count);
            case SEGMENT_SOFTMAX -> softmax(views[code.operand().value()], out, row, stepRow, count, worker);
            default -> throw new AssertionError("not a function of positions: " + code.item());
        }
    }

    private static void spread(StepCode.Operand operand, View[] views, View out, int row, int stepRow, int count) {
        int outRow = out.row(row, stepRow);
        float[] to = out.panels.array;
        for (int p = 0; p < PanelLayout.panels(out.size); p++) {
            int at = out.at(p, outRow);
            for (int i = 0; i < count; i++) {
                int length = out.positions.length(stepRow + i);
                if (operand.isNumber()) {
                    Arrays.fill(to, at, at + length * PanelLayout.WIDTH, operand.number());
                } else {
                    View a = views[operand.value()];
                    int from = a.at(p, a.rows == Rows.ONE ? 0 : a.row(row, stepRow) + i);
                    for (int s = 0; s < length; s++) {
                        System.arraycopy(a.panels.array, from, to, at + s * PanelLayout.WIDTH, PanelLayout.WIDTH);
                    }
                }
                at += length * PanelLayout.WIDTH;
            }
        }
    }

    private static void sum(View a, View out, int row, int stepRow, int count) {
        int first = a.row(row, stepRow);
        int outRow = out.row(row, stepRow);
        float[] to = out.panels.array;
        for (int p = 0; p < PanelLayout.panels(out.size); p++) {
            int from = a.at(p, first);
            int at = out.at(p, outRow);
            for (int i = 0; i < count; i++) {
                int length = a.positions.length(stepRow + i);
                addRows(a.panels.array, from, length, to, at);
                from += length * PanelLayout.WIDTH;
                at += PanelLayout.WIDTH;
            }
        }
    }

    private static void addRows(float[] a, int from, int rows, float[] out, int at) {
        Arrays.fill(out, at, at + PanelLayout.WIDTH, 0);
        for (int s = 0; s < rows; s++) {
            int next = from + s * PanelLayout.WIDTH;
            for (int j = 0; j < PanelLayout.WIDTH; j++) out[at + j] += a[next + j];
        }
    }

    private static void softmax(View a, View out, int row, int stepRow, int count, Worker worker) {
        int rows = a.count(stepRow, count);
        if (rows == 0) return;
        int first = a.row(row, stepRow);
        int outRow = out.row(row, stepRow);
        float[] to = out.panels.array;
        float[] scratch = worker.operand(0, 1);
        for (int p = 0; p < PanelLayout.panels(out.size); p++) {
            int at = out.at(p, outRow);
            System.arraycopy(a.panels.array, a.at(p, first), to, at, rows * PanelLayout.WIDTH);
            int next = at;
            for (int i = 0; i < count; i++) {
                int length = a.positions.length(stepRow + i);
                subtractLargest(to, next, length, scratch);
                next += length * PanelLayout.WIDTH;
            }
            worker.kernels.unary(UnaryOp.EXP, to, at, to, at, rows * PanelLayout.WIDTH);
            next = at;
            for (int i = 0; i < count; i++) {
                int length = a.positions.length(stepRow + i);
                if (length > 0) divideBySum(to, next, length, scratch, worker);
                next += length * PanelLayout.WIDTH;
            }
        }
    }

    private static void subtractLargest(float[] a, int at, int rows, float[] most) {
        Arrays.fill(most, 0, PanelLayout.WIDTH, Float.NEGATIVE_INFINITY);
        for (int s = 0; s < rows; s++) {
            int next = at + s * PanelLayout.WIDTH;
            for (int j = 0; j < PanelLayout.WIDTH; j++) most[j] = Math.max(most[j], a[next + j]);
        }
        for (int s = 0; s < rows; s++) {
            int next = at + s * PanelLayout.WIDTH;
            for (int j = 0; j < PanelLayout.WIDTH; j++) a[next + j] -= most[j];
        }
    }

    private static void divideBySum(float[] a, int at, int rows, float[] sum, Worker worker) {
        addRows(a, at, rows, sum, 0);
        for (int s = 0; s < rows; s++) {
            int next = at + s * PanelLayout.WIDTH;
            worker.kernels.binary(BinaryOp.DIVIDE, a, next, sum, 0, a, next, PanelLayout.WIDTH);
        }
    }
}
