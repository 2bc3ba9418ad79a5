package org.rnn4j.core.engine.simd;

import java.util.Arrays;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;

/** Work that looks at whole rows: reductions, picks, copies of columns, masks. */
final class RowWork {
    private final View[] views;
    private final int[][] ids;
    private RowLayout layout = RowLayout.NONE;
    private Masks masks = (item, example, time, out) -> Arrays.fill(out, 1);

    RowWork(View[] views, int[][] ids) {
        this.views = views;
        this.ids = ids;
    }

    void begin(RowLayout newLayout, Masks newMasks) {
        layout = newLayout;
        masks = newMasks;
    }

    void run(StepCode.Code code, int row, int stepRow, int count, Worker worker) {
        if (code instanceof StepCode.RowCode each) {
            int rows = views[each.target()].count(stepRow, count);
            if (rows > 0) runRow(each, row, stepRow, rows, worker);
        } else if (code instanceof StepCode.CopyCode each) {
            int rows = views[each.target()].count(stepRow, count);
            if (rows > 0) runCopy(each, row, stepRow, rows, worker);
        } else if (code instanceof StepCode.SegmentCode each) {
            SegmentWork.run(each, views, row, stepRow, count, worker);
        } else if (code instanceof StepCode.MaskCode each) runMask(each, row, stepRow, count, worker);
        else throw new AssertionError("unknown work " + code);
    }

    private void runRow(StepCode.RowCode code, int row, int stepRow, int count, Worker worker) {
        View out = views[code.target()];
        int outRow = out.row(row, stepRow);
        worker.c.set(out.panels.array, out.at(0, outRow), out.panels.rowCapacity);
        switch (code.item().origin().operation()) {
            case SUM -> {
                View a = operand(code, 0, row, stepRow, worker);
                worker.kernels.rowSum(worker.a, count, a.size, out.panels.array, out.at(0, outRow));
            }
            case SOFTMAX -> {
                View a = operand(code, 0, row, stepRow, worker);
                worker.kernels.softmax(worker.a, worker.c, count, a.size, worker.rowScratch(count), 0);
            }
            case LOG_SOFTMAX -> {
                View a = operand(code, 0, row, stepRow, worker);
                worker.kernels.logSoftmax(worker.a, worker.c, count, a.size, worker.rowScratch(count), 0);
            }
            case PICK -> pick(code, row, stepRow, count, worker, out, outRow);
            case SOURCE, MULTIPLY -> oneHot(code, row, stepRow, count, worker, out);
            default -> throw new AssertionError("not a function of rows: " + code.item());
        }
    }

    private View operand(StepCode.RowCode code, int index, int row, int stepRow, Worker worker) {
        View a = views[code.operands().get(index).value()];
        worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
        return a;
    }

    private void pick(StepCode.RowCode code, int row, int stepRow, int count, Worker worker, View out, int outRow) {
        int[] indices = ids[code.operands().get(0).value()];
        StepCode.Operand values = code.operands().get(1);
        float[] target = out.panels.array;
        if (!values.isNumber() && views[values.value()].rows != Rows.ONE) {
            operand(code, 1, row, stepRow, worker);
            worker.kernels.pick(worker.a, indices, row, count, target, out.at(0, outRow));
            return;
        }
        for (int r = 0; r < count; r++) {
            float number = values.number();
            if (!values.isNumber()) {
                View vector = views[values.value()];
                number = vector.panels.array[vector.panels.index(0, indices[row + r])];
            }
            int at = out.at(0, outRow + r);
            Arrays.fill(target, at, at + PanelLayout.WIDTH, number);
        }
    }

    private void oneHot(StepCode.RowCode code, int row, int stepRow, int count, Worker worker, View out) {
        int[] indices = ids[code.operands().get(0).value()];
        boolean scaled = code.item().origin().operation() == Operation.MULTIPLY;
        StepCode.Operand scale = scaled ? code.operands().get(1) : new StepCode.Operand(-1, 1);
        float[] g;
        int at = 0;
        if (scale.isNumber()) {
            g = worker.operand(0, count);
            Arrays.fill(g, 0, count * PanelLayout.WIDTH, scale.number());
        } else if (views[scale.value()].rows == Rows.ONE) {
            View one = views[scale.value()];
            g = worker.operand(0, count);
            Arrays.fill(g, 0, count * PanelLayout.WIDTH, one.panels.array[one.panels.offset]);
        } else {
            View splat = views[scale.value()];
            g = splat.panels.array;
            at = splat.at(0, splat.row(row, stepRow));
        }
        worker.kernels.oneHot(indices, row, g, at, worker.c, count, out.size);
    }

    // ---- columns

    private void runCopy(StepCode.CopyCode code, int row, int stepRow, int count, Worker worker) {
        View out = views[code.target()];
        int outRow = out.row(row, stepRow);
        worker.c.set(out.panels.array, out.at(0, outRow), out.panels.rowCapacity);
        if (code.item().origin().operation() == Operation.SLICE) {
            int start = code.item().origin().detail(Integer.class);
            copy(code.operands().get(0), start, out, outRow, 0, out.size, row, stepRow, count, worker);
            return;
        }
        int column = 0;
        for (int k = 0; k < code.operands().size(); k++) {
            int size = code.item().operands().get(k).size();
            copy(code.operands().get(k), 0, out, outRow, column, size, row, stepRow, count, worker);
            column += size;
        }
    }

    private void copy(
            StepCode.Operand from,
            int fromColumn,
            View out,
            int outRow,
            int column,
            int columns,
            int row,
            int stepRow,
            int count,
            Worker worker) {
        boolean single = from.isNumber() || views[from.value()].rows == Rows.ONE && out.rows != Rows.ONE;
        if (single) {
            for (int c = 0; c < columns; c++) {
                float number = from.number();
                if (!from.isNumber()) {
                    View vector = views[from.value()];
                    number = vector.panels.array[vector.panels.index(0, fromColumn + c)];
                }
                fillColumn(out, outRow, column + c, count, number);
            }
            return;
        }
        View a = views[from.value()];
        worker.a.set(a.panels.array, a.at(0, a.row(row, stepRow)), a.panels.rowCapacity);
        if (out.size == 1) {
            worker.kernels.copyColumn(worker.a, fromColumn, out.panels.array, out.at(0, outRow), count);
        } else {
            worker.kernels.copyColumns(worker.a, fromColumn, worker.c, column, columns, count);
        }
    }

    private static void fillColumn(View out, int outRow, int column, int count, float number) {
        for (int r = 0; r < count; r++) {
            if (out.size == 1) {
                int at = out.at(0, outRow + r);
                Arrays.fill(out.panels.array, at, at + PanelLayout.WIDTH, number);
            } else {
                out.panels.array[out.panels.index(outRow + r, column)] = number;
            }
        }
    }

    private void runMask(StepCode.MaskCode code, int row, int stepRow, int count, Worker worker) {
        View out = views[code.target()];
        float[] drawn = worker.mask(out.size);
        for (int r = 0; r < count; r++) {
            masks.draw(code.item(), layout.sortedExample(row + r), layout.time(row + r), drawn);
            int outRow = out.row(row + r, stepRow + r);
            for (int j = 0; j < drawn.length; j++) out.panels.array[out.panels.index(outRow, j)] = drawn[j];
            if (out.size == 1) fillColumn(out, outRow, 0, 1, drawn[0]);
        }
    }
}
