package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;

/**
 * Work on the examples of every part that waits for the next stage: its threads do it first, each for the part it then works
 * on, so that it needs no round of its own and what a thread has written it reads.
 *
 * <p>Belongs to one {@link NetworkRun}; filled and emptied on the thread that calls it.
 */
final class EarlyWork {
    /** Work on one part. */
    interface Task {
        void run(int part, Worker worker);
    }

    private final WorkerPool pool;
    private final List<Task> tasks = new ArrayList<>();
    private RowLayout layout = RowLayout.NONE;

    EarlyWork(WorkerPool pool) {
        this.pool = pool;
    }

    /** The threads that do it. */
    WorkerPool pool() {
        return pool;
    }

    /** Adds work on the parts of a layout; what waits for those of another one is done now. */
    void add(RowLayout taskLayout, Task task) {
        if (layout != taskLayout) flush();
        layout = taskLayout;
        tasks.add(task);
    }

    /** Forgets what waits. */
    void clear() {
        tasks.clear();
    }

    /** Does what waits, unless it may wait for a stage that goes part by part over a layout. */
    void flushUnlessOf(RowLayout next) {
        if (layout != next || next.parts() == 1) flush();
    }

    /** Does what waits. */
    void flush() {
        if (tasks.isEmpty()) return;
        pool.runOwn(layout.parts(), this::run);
        clear();
    }

    /** Does what waits for one part; {@link #clear} when all parts are done. */
    void run(int part, Worker worker) {
        for (int k = 0; k < tasks.size(); k++) tasks.get(k).run(part, worker);
    }
}
