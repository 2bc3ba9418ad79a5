package org.rnn4j.core.engine.simd;

import java.util.List;
import org.rnn4j.core.plan.Phase;
import org.rnn4j.core.plan.StepPlan;

/**
 * Runs a step plan over the rows of a batch: once, before the time loop, the loop, after it.
 *
 * <p>Belongs to one {@link NetworkRun}. First its {@link #values} are placed for a new batch, then what comes from outside
 * is bound to them, then {@link #run}.
 */
final class StepRun {
    // Implementation note. Lists are gone through by index: a step has many blocks, and until C2 has compiled a loop,
    // an iterator for each would be most of the step's garbage.
    private final StepCode code;
    private final EarlyWork early;
    private final WorkerPool pool;
    private final StepValues values;
    private final StepParameters parameters;
    private final StepWork stepWork;
    private final TimeLoop loop;
    /** The same object in every run: a new one the helpers would have to fetch from the caller's cache. */
    private final WorkerPool.Job parts = this::runPart;

    /**
     * A run of a plan.
     *
     * @param early what each thread does first
     * @param backward true to run from the last time step to the first
     */
    StepRun(StepCode code, SimdWeights weights, EarlyWork early, boolean backward) {
        this.code = code;
        this.early = early;
        pool = early.pool();
        values = new StepValues(code);
        parameters = new StepParameters(code, weights);
        stepWork = new StepWork(values, parameters, weights);
        loop = new TimeLoop(code, values, stepWork, pool, backward);
    }

    StepPlan plan() {
        return code.plan();
    }

    /** True if threads share the columns of every step of so many examples. */
    boolean runsByColumns(int examples) {
        return code.runsByColumns(pool.threads(), examples);
    }

    /** Where the values stand. */
    StepValues values() {
        return values;
    }

    /**
     * Runs everything.
     *
     * @param masks draws the masks
     */
    void run(Masks masks) {
        begin(masks);
        early.flushUnlessOf(values.layout());
        if (values.layout().parts() > 1) {
            pool.runOwn(values.layout().parts(), parts);
            early.clear();
            return;
        }
        runBlocks(Phase.BEFORE);
        runLoop();
        runBlocks(Phase.AFTER);
    }

    /** Runs all that the states after the last step depend on. */
    void runToStates(Masks masks) {
        begin(masks);
        runBlocks(Phase.BEFORE);
        runLoop();
    }

    private void begin(Masks masks) {
        stepWork.begin(values.layout(), masks);
        parameters.refresh(values, pool);
        Worker caller = pool.caller();
        List<StepCode.Code> once = code.code(Phase.ONCE);
        for (int k = 0; k < once.size(); k++) stepWork.run(once.get(k), 0, 0, 1, caller);
    }

    private void runLoop() {
        if (!plan().graph().states().isEmpty()) loop.run();
    }

    /** Everything, for the examples of a part: what one thread makes, it reads. */
    private void runPart(int part, Worker worker) {
        early.run(part, worker);
        RowLayout layout = values.layout();
        runBlocks(code.code(Phase.BEFORE), part, worker);
        if (!plan().graph().states().isEmpty()) loop.runByRows(layout.low(part), layout.high(part), worker);
        runBlocks(code.code(Phase.AFTER), part, worker);
    }

    private void runBlocks(List<StepCode.Code> work, int part, Worker worker) {
        int first = values.layout().firstRow(part);
        int rows = values.layout().firstRow(part + 1) - first;
        int blocks = (rows + FusedWork.BLOCK - 1) / FusedWork.BLOCK;
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) rows * block / blocks);
            int count = (int) ((long) rows * (block + 1) / blocks) - from;
            for (int k = 0; k < work.size(); k++) stepWork.run(work.get(k), first + from, 0, count, worker);
        }
    }

    private void runBlocks(Phase phase) {
        List<StepCode.Code> work = code.code(phase);
        if (work.isEmpty()) return;
        if (values.hasPositions()) {
            runBlocksOfSteps(work);
            return;
        }
        int rows = values.layout().rows();
        int block = pool.block(rows, FusedWork.BLOCK);
        if (rows <= block) {
            for (int k = 0; k < work.size() && rows > 0; k++) stepWork.run(work.get(k), 0, 0, rows, pool.caller());
            return;
        }
        pool.run((rows + block - 1) / block, (task, worker) -> {
            int from = task * block;
            int count = Math.min(block, rows - from);
            for (int k = 0; k < work.size(); k++) stepWork.run(work.get(k), from, 0, count, worker);
        });
    }

    /** Blocks that do not go beyond a step, so that the positions of their examples follow each other. */
    private void runBlocksOfSteps(List<StepCode.Code> work) {
        RowLayout layout = values.layout();
        pool.run(layout.steps(), (t, worker) -> {
            for (int from = 0; from < layout.active(t); from += FusedWork.BLOCK) {
                int count = Math.min(FusedWork.BLOCK, layout.active(t) - from);
                int row = layout.row(t, from);
                for (int k = 0; k < work.size(); k++) stepWork.run(work.get(k), row, from, count, worker);
            }
        });
    }
}
