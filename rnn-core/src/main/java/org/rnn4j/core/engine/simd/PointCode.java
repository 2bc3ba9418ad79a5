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
        if (panels > 1 && isOneStretch(views, rows)) {
            runStretch(views, panel, panels, sequenceRow, stepRow, rows, worker);
            return;
        }
        for (int p = panel; p < panel + panels; p++) runStretch(views, p, 1, sequenceRow, stepRow, rows, worker);
    }

    /** True if the panels of every value have these rows and no others, so that they follow each other. */
    private boolean isOneStretch(View[] views, int rows) {
        if (views[target].panels.rowCapacity != rows) return false;
        for (StepCode.Operand operand : operands) {
            if (operand.isNumber()) continue;
            View view = views[operand.value()];
            if (view.panels.rowCapacity != rows || view.size == 1) return false;
        }
        return true;
    }

    /** Computes one panel, or several that follow each other. */
    private void runStretch(
            View[] views, int panel, int panels, int sequenceRow, int stepRow, int rows, Worker worker) {
        View out = views[target];
        for (int k = 0; k < operands.length; k++) {
            StepCode.Operand operand = operands[k];
            Argument argument = worker.arguments[k];
            if (operand.isNumber()) {
                argument.number(operand.number());
                continue;
            }
            View view = views[operand.value()];
            int at = view.at(panel, view.row(sequenceRow, stepRow));
            if (view.rows == Rows.ONE && out.rows != Rows.ONE && rows > 1) {
                argument.row(view.panels.array, at);
            } else {
                argument.full(view.panels.array, at);
            }
        }
        int at = out.at(panel, out.row(sequenceRow, stepRow));
        kernel.run(worker, out.panels.array, at, panels * rows * PanelLayout.WIDTH);
    }
}
