package org.rnn4j.core.engine.simd;

/**
 * Any piece of work of a step plan on some rows: by panels where it is fused, else by whole rows.
 *
 * <p>Belongs to one {@link StepRun}; several threads work with it.
 */
final class StepWork {
    private final FusedWork fusedWork;
    private final RowWork rowWork;

    StepWork(StepValues values, StepParameters parameters, SimdWeights weights) {
        fusedWork = new FusedWork(values, parameters, weights);
        rowWork = new RowWork(values.views(), values.ids());
    }

    /** Says which rows are worked on, and who draws their masks. */
    void begin(RowLayout layout, Masks masks) {
        rowWork.begin(layout, masks);
    }

    void run(StepCode.Code each, int row, int stepRow, int count, Worker worker) {
        if (each instanceof StepCode.FusedCode fused) {
            fusedWork.run(fused, row, stepRow, count, worker);
        } else {
            rowWork.run(each, row, stepRow, count, worker);
        }
    }

    /** Runs a team member's panels; work on whole rows is the first member's. */
    void runShare(StepCode.Code each, Team team, int member, int row, int count, Worker worker) {
        if (each instanceof StepCode.FusedCode fused) {
            int from = team.share(member, fused.panels());
            int to = team.share(member + 1, fused.panels());
            fusedWork.runPanels(fused, from, to, row, 0, count, worker);
        } else if (member == 0) {
            rowWork.run(each, row, 0, count, worker);
        }
    }
}
