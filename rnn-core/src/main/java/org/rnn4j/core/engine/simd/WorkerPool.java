package org.rnn4j.core.engine.simd;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.rnn4j.core.kernel.Kernels;

/**
 * The threads that work on one batch; the caller is one of them.
 *
 * <p>A job is either cut into tasks that whoever is free takes, or given to a team that goes through it together. Neither
 * the tasks' results nor a team's depend on how many threads there are. Helpers are daemon threads; they wait without using
 * the processor, and end when nobody refers to the pool any more.
 */
final class WorkerPool {
    /** A task of a job. */
    interface Job {
        /** Does the task of a number. */
        void run(int task, Worker worker);
    }

    /** A job that several threads do together. */
    interface TeamJob {
        /** Does a member's part; {@code team} tells its number and lets it wait for the others. */
        void run(Team team, int member, Worker worker);
    }

    // Implementation note. The caller never waits for a helper that has not begun: who is free takes tasks, and a team
    // is made of those who come within a moment.

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int LEAST_ROWS = 12;
    private static final int SPINS = 20_000;
    /** Nothing to do. Helpers know what they work on only while they do: a job leads to its pool, which could not end. */
    private static final Round IDLE = worker -> {};

    /** What is to be done, once. */
    private interface Round {
        void help(Worker worker);
    }

    // Implementation note. A step has some of these: counters that are objects would be most of its garbage.
    private abstract static class Tasks implements Round {
        private static final AtomicIntegerFieldUpdater<Tasks> DONE =
                AtomicIntegerFieldUpdater.newUpdater(Tasks.class, "done");

        private final Job job;
        final int count;
        private volatile int done;
        private volatile Throwable failure = NONE;

        Tasks(Job job, int count) {
            this.job = job;
            this.count = count;
        }

        void work(int task, Worker worker) {
            try {
                if (failure == NONE) job.run(task, worker);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        /** Says that a thread has done so many tasks: once, for all threads count in the same place. */
        void finished(int tasks) {
            if (tasks > 0) DONE.addAndGet(this, tasks);
        }

        void await() {
            while (done < count) Thread.onSpinWait();
        }
    }

    /** Tasks that whoever is free takes, in their order. */
    private static final class Queue extends Tasks {
        private static final AtomicIntegerFieldUpdater<Queue> NEXT =
                AtomicIntegerFieldUpdater.newUpdater(Queue.class, "next");

        private volatile int next;

        Queue(Job job, int count) {
            super(job, count);
        }

        @Override
        public void help(Worker worker) {
            int tasks = 0;
            try {
                while (next < count) {
                    int task = NEXT.getAndIncrement(this);
                    if (task >= count) break;
                    tasks++;
                    work(task, worker);
                }
            } finally {
                finished(tasks);
            }
        }
    }

    /**
     * The same tasks for a thread each time, so that it finds in its cache what it made before: those of one thread follow
     * each other. Who is done takes those of late ones.
     */
    private static final class Own extends Tasks {
        /** Ints of a cache line: no thread's counter stands in another's. */
        private static final int LINE = 16;

        private final int threads;
        /** How many of each thread's tasks are taken, and more once they all are. */
        private final AtomicIntegerArray taken;

        Own(Job job, int count, int threads) {
            super(job, count);
            this.threads = threads;
            taken = new AtomicIntegerArray(threads * LINE);
        }

        @Override
        public void help(Worker worker) {
            int tasks = 0;
            try {
                for (int k = 0; k < threads; k++) {
                    int owner = (worker.number + k) % threads;
                    for (int task = take(owner); task >= 0; task = take(owner)) {
                        tasks++;
                        work(task, worker);
                    }
                }
            } finally {
                finished(tasks);
            }
        }

        /** The next one of a thread's tasks, -1 if none is left. */
        private int take(int owner) {
            int first = first(owner);
            int most = first(owner + 1) - first;
            if (taken.get(owner * LINE) >= most) return -1;
            int task = taken.getAndIncrement(owner * LINE);
            return task < most ? first + task : -1;
        }

        private int first(int thread) {
            return (int) ((long) thread * count / threads);
        }
    }

    private static final class TeamRound implements Round {
        private final TeamJob job;
        private final Team team = new Team();

        TeamRound(TeamJob job) {
            this.job = job;
        }

        @Override
        public void help(Worker worker) {
            int member = team.join();
            if (member > 0) work(member, worker);
        }

        void work(int member, Worker worker) {
            try {
                team.awaitStart();
                job.run(team, member, worker);
            } catch (RuntimeException | Error e) {
                team.fail(e);
            } finally {
                team.leave();
            }
        }
    }

    private static final class Shared {
        volatile Round round = IDLE;
        final AtomicInteger generation = new AtomicInteger();
        /** Helpers that have to be woken, or are about to find that there is something to do. */
        final AtomicInteger sleeping = new AtomicInteger();

        volatile boolean closed;
    }

    static final Throwable NONE = new Throwable("none");

    private final Shared shared = new Shared();
    private final Worker caller;
    private final List<Thread> helpers = new ArrayList<>();

    WorkerPool(Kernels kernels, int threads) {
        caller = new Worker(kernels, 0);
        for (int k = 1; k < threads; k++) {
            int number = k;
            Shared mine = shared;
            Thread thread = new Thread(() -> help(mine, new Worker(kernels, number)), "rnn4j-worker-" + k);
            thread.setDaemon(true);
            thread.start();
            helpers.add(thread);
        }
        if (!helpers.isEmpty()) CLEANER.register(this, closer(shared, helpers));
    }

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

    /** How many rows one task takes, so that all threads have some: at most so many, and not so few that it costs more. */
    int block(int rows, int most) {
        int share = (rows + threads() - 1) / threads();
        int blocks = Math.max(1, (share + most - 1) / most);
        return Math.max(LEAST_ROWS, (share + blocks - 1) / blocks);
    }

    /** Runs all tasks of a job, and returns when all are done. */
    void run(int tasks, Job job) {
        if (helpers.isEmpty() || tasks <= 1) {
            for (int task = 0; task < tasks; task++) job.run(task, caller);
            return;
        }
        runTasks(new Queue(job, tasks));
    }

    /** Runs all tasks of a job, the same ones on a thread each time where none is late, and returns when all are done. */
    void runOwn(int tasks, Job job) {
        if (helpers.isEmpty() || tasks <= 1) run(tasks, job);
        else runTasks(new Own(job, tasks, threads()));
    }

    private void runTasks(Tasks tasks) {
        publish(tasks);
        tasks.help(caller);
        tasks.await();
        shared.round = IDLE;
        rethrow(tasks.failure);
    }

    /** Runs a job by all threads that come at once, and returns when all of them are done. */
    void runTogether(TeamJob job) {
        TeamRound round = new TeamRound(job);
        if (!helpers.isEmpty()) publish(round);
        round.team.gather(helpers.size());
        round.work(0, caller);
        round.team.awaitEnd();
        shared.round = IDLE;
        rethrow(round.team.failure());
    }

    private void publish(Round round) {
        shared.round = round;
        shared.generation.incrementAndGet();
        // One that falls asleep counts itself before it looks at the generation once more.
        if (shared.sleeping.get() == 0) return;
        for (int k = 0; k < helpers.size(); k++) LockSupport.unpark(helpers.get(k));
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
    }

    private static void help(Shared shared, Worker worker) {
        int seen = 0;
        while (!shared.closed) {
            int spins = 0;
            while (shared.generation.get() == seen && !shared.closed) {
                if (++spins < SPINS) Thread.onSpinWait();
                else sleep(shared, seen);
            }
            seen = shared.generation.get();
            if (!shared.closed) shared.round.help(worker);
        }
    }

    private static void sleep(Shared shared, int seen) {
        shared.sleeping.incrementAndGet();
        if (shared.generation.get() == seen && !shared.closed) LockSupport.park(shared);
        shared.sleeping.decrementAndGet();
    }
}
