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
        this.states = new CarriedStates(code, values);
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
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int steps = values.layout().steps();
        int kept = 0;
        for (int k = 0; k < steps; k++) {
            int count = count(k, low, high);
            if (count == 0) continue;
            int row = row(k, low);
            states.keep(row, low, kept, count, ALONE, 0);
            for (int w = 0; w < work.size(); w++) stepWork.run(work.get(w), row, low, count, worker);
            kept = Math.min(count, count(k + 1, low, high));
            if (kept > 0) states.passOn(row, row(k + 1, low), low, kept, ALONE, 0);
            states.carry(row, low, kept, count, ALONE, 0);
        }
    }

    /**
     * The time loop for a member's panels of every value; members wait for each other before work that reads all panels.
     *
     * <p>A member keeps, computes and passes on the same panels, so that only work on whole values needs the others.
     */
    private void runByColumns(Team team, int member, Worker worker) {
        List<StepCode.Code> work = code.code(Phase.LOOP);
        int examples = values.layout().examples();
        int steps = values.layout().steps();
        boolean waits = states.overwritesShared() || !code.carriesOwnPanels();
        int kept = 0;
        for (int k = 0; k < steps; k++) {
            int count = count(k, 0, examples);
            int row = row(k, 0);
            states.keep(row, 0, kept, count, team, member);
            for (int w = 0; w < work.size(); w++) {
                team.await();
                stepWork.runShare(work.get(w), team, member, row, count, worker);
            }
            if (waits) team.await();
            kept = Math.min(count, count(k + 1, 0, examples));
            if (kept > 0) states.passOn(row, row(k + 1, 0), 0, kept, team, member);
            states.carry(row, 0, kept, count, team, member);
        }
    }

    private int time(int k) {
        return backward ? values.layout().steps() - 1 - k : k;
    }

    /** How many of the examples from one to before another the k-th step has; none after the last step. */
    private int count(int k, int low, int high) {
        if (k == values.layout().steps()) return 0;
        return Math.max(0, Math.min(high, values.layout().active(time(k))) - low);
    }

    private int row(int k, int low) {
        return values.layout().row(time(k), low);
    }
}
