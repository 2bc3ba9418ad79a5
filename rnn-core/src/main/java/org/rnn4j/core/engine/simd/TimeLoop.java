package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.plan.Phase;

/**
 * The work of every time step, in order; threads share either the examples or the columns.
 *
 * <p>Belongs to one {@link StepRun}.
 */
final class TimeLoop {
    private static final Team ALONE = Team.ofOne();

    private final StepCode code;
    private final StepValues values;
    private final StepWork stepWork;
    private final WorkerPool pool;
    private final boolean backward;
    private final CarriedStates states;

    TimeLoop(StepCode code, StepValues values, StepWork stepWork, WorkerPool pool, boolean backward) {
        this.code = code;
        this.values = values;
        this.stepWork = stepWork;
        this.pool = pool;
        this.backward = backward;
        this.states = new CarriedStates(code.plan(), values);
    }

    /** Runs all steps. */
    void run() {
        RowLayout layout = values.layout();
        if (code.runsByColumns(pool.threads(), layout.examples())) {
            pool.runTogether(this::runByColumns);
            return;
        }
        if (pool.threads() == 1) {
            runByRows(0, layout.examples(), pool.caller());
            return;
        }
        int[] parts = layout.boundaries(pool.threads());
        pool.run(parts.length - 1, (task, worker) -> runByRows(parts[task], parts[task + 1], worker));
    }

    /** The time loop for the sorted examples, of one part, from one to before another; no thread waits for another. */
    void runByRows(int low, int high, Worker worker) {
        RowLayout layout = values.layout();
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int steps = layout.steps();
        for (int k = 0; k < steps; k++) {
            int t = backward ? steps - 1 - k : k;
            int count = Math.min(high, layout.active(t)) - low;
            if (count <= 0) continue;
            int row = layout.row(t, low);
            states.keep(row, low, count, ALONE, 0);
            for (int w = 0; w < work.size(); w++) stepWork.run(work.get(w), row, low, count, worker);
            states.carry(row, low, count, ALONE, 0);
        }
    }

    /**
     * The time loop for a member's panels of every value; members wait for each other before work that reads all panels.
     *
     * <p>A member keeps, computes and carries the same panels, so that only work on whole values needs the others.
     */
    private void runByColumns(Team team, int member, Worker worker) {
        RowLayout layout = values.layout();
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int steps = layout.steps();
        for (int k = 0; k < steps; k++) {
            int t = backward ? steps - 1 - k : k;
            int count = layout.active(t);
            int row = layout.row(t, 0);
            if (k > 0) team.await();
            states.keep(row, 0, count, team, member);
            for (int w = 0; w < work.size(); w++) {
                team.await();
                stepWork.runShare(work.get(w), team, member, row, count, worker);
            }
            if (!code.carriesOwnPanels()) team.await();
            states.carry(row, 0, count, team, member);
        }
    }
}
