package org.rnn4j.core.engine.simd;

import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.PanelLayout;

/**
 * Products with one-hot operands, which are look-ups in tables, for whole rows: first the look-ups, then the biases; dense
 * products come on top of them.
 *
 * <p>Belongs to one {@link FusedWork}; holds nothing that changes, so that several threads work with it.
 */
final class LookUpWork {
    private final View[] views;
    private final int[][] ids;
    private final StepParameters parameters;
    private final SimdWeights weights;

    LookUpWork(StepValues values, StepParameters parameters, SimdWeights weights) {
        this.views = values.views();
        this.ids = values.ids();
        this.parameters = parameters;
        this.weights = weights;
    }

    /** Makes the look-ups of a sum of products, if it has some. */
    void run(StepCode.LinearCode linear, int row, int stepRow, int count, Worker worker) {
        if (linear.lookUps().isEmpty()) return;
        View target = views[linear.target()];
        int targetRow = target.row(row, stepRow);
        gather(linear, target, targetRow, row, count, worker);
        if (linear.bias().isPresent() && !linear.hasBase()) addBias(linear, target, targetRow, count, worker);
    }

    private void gather(StepCode.LinearCode linear, View target, int targetRow, int row, int count, Worker worker) {
        for (int s = 0; s < linear.sections(); s++) {
            int firstPanel = s * linear.panels();
            int at = target.panels.offset + (firstPanel * target.panels.rowCapacity + targetRow) * PanelLayout.WIDTH;
            worker.c.set(target.panels.array, at, target.panels.rowCapacity);
            boolean onto = linear.hasBase();
            for (int k = 0; k < linear.lookUps().size(); k++) {
                StepCode.LookUpCode lookUp = linear.lookUps().get(k);
                int[] indices = ids[lookUp.ids()];
                if (onto) {
                    worker.kernels.gatherAdd(weights.stored(lookUp.tables().get(s)), indices, row, worker.c, count);
                } else {
                    worker.kernels.gather(weights.stored(lookUp.tables().get(s)), indices, row, worker.c, count);
                }
                onto = true;
            }
        }
    }

    private void addBias(StepCode.LinearCode linear, View target, int targetRow, int count, Worker worker) {
        float[] bias = parameters.bias(linear.index());
        for (int p = 0; p < linear.sections() * linear.panels(); p++) {
            int at = target.panels.offset + (p * target.panels.rowCapacity + targetRow) * PanelLayout.WIDTH;
            worker.kernels.binaryRow(
                    BinaryOp.ADD,
                    target.panels.array,
                    at,
                    bias,
                    p * PanelLayout.WIDTH,
                    target.panels.array,
                    at,
                    count * PanelLayout.WIDTH);
        }
    }
}
