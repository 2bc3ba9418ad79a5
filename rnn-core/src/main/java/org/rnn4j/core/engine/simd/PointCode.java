package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.PointOp;
import org.rnn4j.core.plan.Slot.Rows;

/** An element-wise function on some panels of some rows of a plan's values. */
final class PointCode {
    private final PointKernel kernel;
    private final int target;
    private final StepCode.Operand[] operands;

    PointCode(PointOp op, int target, List<StepCode.Operand> operands) {
        this.kernel = new PointKernel(op);
        this.target = target;
        this.operands = operands.toArray(new StepCode.Operand[0]);
    }

    int target() {
        return target;
    }

    /** Computes some panels of some rows. */
    void run(View[] views, int panel, int panels, int sequenceRow, int stepRow, int rows, Worker worker) {
        View out = views[target];
        boolean oneStretch = panels > 1 && out.panels.rowCapacity == rows;
        for (int k = 0; k < operands.length; k++) {
            StepCode.Operand operand = operands[k];
            Argument argument = worker.arguments[k];
            if (operand.isNumber()) {
                argument.number(operand.number());
                continue;
            }
            View view = views[operand.value()];
            oneStretch &= view.panels.rowCapacity == rows && view.size > 1;
            int at = view.at(panel, view.row(sequenceRow, stepRow));
            int capacity = view.size == 1 ? 0 : view.panels.rowCapacity;
            if (view.rows == Rows.ONE && out.rows != Rows.ONE && rows > 1) {
                argument.row(view.panels.array, at, capacity);
            } else {
                argument.full(view.panels.array, at, capacity);
            }
        }
        worker.c.set(out.panels.array, out.at(panel, out.row(sequenceRow, stepRow)), out.panels.rowCapacity);
        // The panels of values that have these rows and no others follow each other.
        int stretches = oneStretch ? 1 : panels;
        kernel.run(worker, worker.c, stretches, panels / stretches * rows * PanelLayout.WIDTH);
    }
}
