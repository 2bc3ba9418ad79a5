package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.PointOp;
import org.rnn4j.core.plan.Slot.Rows;

/** An element-wise function on a panel of some rows of a plan's values. */
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

    /** Computes a panel of some rows. */
    void run(View[] views, int panel, int sequenceRow, int stepRow, int rows, Worker worker) {
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
            if (view.rows == Rows.ONE && out.rows != Rows.ONE) {
                argument.row(view.panels.array, at);
            } else {
                argument.full(view.panels.array, at);
            }
        }
        int at = out.at(panel, out.row(sequenceRow, stepRow));
        kernel.run(worker, out.panels.array, at, rows * PanelLayout.WIDTH);
    }
}
