package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.rnn4j.core.kernel.Kernels;

/**
 * The threads that work on one batch; the caller is one of them.
 *
 * <p>A job is cut into tasks that do not depend on the number of threads, so neither does any result. Helpers are daemon
 * threads that wait without using the processor; they end when nobody refers to the pool any more.
 */
final class WorkerPool {
    /** A task of a job. */
    interface Job {
        /** Does the task of a number. */
        void run(int task, Worker worker);
    }

    private static final class Shared {
        volatile Job job = (task, worker) -> {};
        volatile int tasks;
        final AtomicInteger generation = new AtomicInteger();
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger running = new AtomicInteger();
        volatile boolean closed;
        volatile Throwable failure = NONE;

        void work(Worker worker) {
            Job current = job;
            int count = tasks;
            try {
                for (int task = next.getAndIncrement(); task < count; task = next.getAndIncrement()) {
                    current.run(task, worker);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                next.set(count);
            }
        }
    }

    private static final Throwable NONE = new Throwable("none");
    private static final int SPINS = 20_000;

    private final Shared shared = new Shared();
    private final Worker caller;
    private final List<Thread> helpers = new ArrayList<>();

    WorkerPool(Kernels kernels, int threads) {
        caller = new Worker(kernels);
        for (int k = 1; k < threads; k++) {
            Worker worker = new Worker(kernels);
            Shared mine = shared;
            Thread thread = new Thread(() -> help(mine, worker), "rnn4j-worker-" + k);
            thread.setDaemon(true);
            thread.start();
            helpers.add(thread);
        }
        CLEANER.register(this, closer(shared, helpers));
    }

    private static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();

    private static Runnable closer(Shared shared, List<Thread> helpers) {
        List<Thread> threads = List.copyOf(helpers);
        return () -> {
            shared.closed = true;
            threads.forEach(LockSupport::unpark);
        };
    }

    /** Number of threads that work, the caller included. */
    int threads() {
        return helpers.size() + 1;
    }

    /** The caller's own workspace. */
    Worker caller() {
        return caller;
    }

    /** Runs all tasks of a job, and returns when all are done. */
    void run(int tasks, Job job) {
        if (helpers.isEmpty() || tasks <= 1) {
            for (int task = 0; task < tasks; task++) job.run(task, caller);
            return;
        }
        shared.failure = NONE;
        shared.job = job;
        shared.tasks = tasks;
        shared.next.set(0);
        shared.running.set(helpers.size());
        shared.generation.incrementAndGet();
        helpers.forEach(LockSupport::unpark);
        shared.work(caller);
        while (shared.running.get() > 0) Thread.onSpinWait();
        if (shared.failure instanceof RuntimeException e) throw e;
        if (shared.failure instanceof Error e) throw e;
    }

    private static void help(Shared shared, Worker worker) {
        int seen = 0;
        while (!shared.closed) {
            int spins = 0;
            while (shared.generation.get() == seen && !shared.closed) {
                if (++spins < SPINS) Thread.onSpinWait();
                else LockSupport.park(shared);
            }
            if (shared.closed) return;
            seen = shared.generation.get();
            shared.work(worker);
            shared.running.decrementAndGet();
        }
    }
}
