package org.rnn4j.core.engine.simd;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongArray;
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
    // Where threads are far apart, every line of memory that one has written costs the other some 240 ns to read. A
    // helper learns of a round by the same field that leads to it, a round is one object, and what counts each thread's
    // tasks stays where it is from round to round.

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int LEAST_ROWS = 12;
    private static final int SPINS = 20_000;
    /** How often the caller looks whether all is done before it lets others have its processor: a helper may need it. */
    private static final int PATIENCE = 2_000;

    /** What is to be done, once. */
    private abstract static class Round {
        /** Larger than those of the rounds before. */
        final int number;

        Round(int number) {
            this.number = number;
        }

        abstract void help(Worker worker);
    }

    /** Nothing to do. Helpers know what they work on only while they do: a job leads to its pool, which could not end. */
    private static final Round IDLE = new Round(0) {
        @Override
        void help(Worker worker) {}
    };

    // Implementation note. A step has some of these: counters that are objects would be most of its garbage.
    private abstract static class Tasks extends Round {
        private static final AtomicIntegerFieldUpdater<Tasks> DONE =
                AtomicIntegerFieldUpdater.newUpdater(Tasks.class, "done");

        private final Job job;
        final int count;
        private volatile int done;
        private volatile Throwable failure = NONE;

        Tasks(int number, Job job, int count) {
            super(number);
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
            int spins = 0;
            while (done < count) {
                if (++spins < PATIENCE) Thread.onSpinWait();
                else Thread.yield();
            }
        }
    }

    /** Tasks that whoever is free takes, in their order. */
    private static final class Queue extends Tasks {
        private static final AtomicIntegerFieldUpdater<Queue> NEXT =
                AtomicIntegerFieldUpdater.newUpdater(Queue.class, "next");

        private volatile int next;

        Queue(int number, Job job, int count) {
            super(number, job, count);
        }

        @Override
        void help(Worker worker) {
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
        private final Taken taken;

        Own(int number, Job job, int count, Taken taken) {
            super(number, job, count);
            this.taken = taken;
        }

        @Override
        void help(Worker worker) {
            int threads = taken.threads;
            int tasks = 0;
            try {
                for (int k = 0; k < threads; k++) {
                    int owner = (worker.number + k) % threads;
                    int first = first(owner, threads);
                    int most = first(owner + 1, threads) - first;
                    for (int task = taken.take(owner, number, most);
                            task >= 0;
                            task = taken.take(owner, number, most)) {
                        tasks++;
                        work(first + task, worker);
                    }
                }
            } finally {
                finished(tasks);
            }
        }

        private int first(int thread, int threads) {
            return (int) ((long) thread * count / threads);
        }
    }

    /** How many of its tasks each thread has taken, or others for it: of the last round in which one was. */
    private static final class Taken {
        /** Longs from one thread's counter to the next: none stands in the line of another, or of the array's length. */
        private static final int LINE = 16;

        final int threads;
        /** The number of a round, and in the lower half how many tasks are taken. */
        private final AtomicLongArray counters;

        Taken(int threads) {
            this.threads = threads;
            counters = new AtomicLongArray((threads + 2) * LINE);
        }

        /** Takes the next of a thread's tasks, of which there are so many; -1 if none is left. */
        int take(int thread, int round, int most) {
            int at = (thread + 1) * LINE;
            long now = counters.get(at);
            while (true) {
                int began = (int) (now >>> Integer.SIZE);
                // Wraps around, so compared by difference. A round that is over has no tasks left.
                int task = began == round ? (int) now : 0;
                if (round - began < 0 || task >= most) return -1;
                long next = ((long) round << Integer.SIZE) + task + 1;
                long found = counters.compareAndExchange(at, now, next);
                if (found == now) return task;
                now = found;
            }
        }
    }

    private static final class TeamRound extends Round {
        private final TeamJob job;
        private final Team team = new Team();

        TeamRound(int number, TeamJob job) {
            super(number);
            this.job = job;
        }

        @Override
        void help(Worker worker) {
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

    /** What helpers look at; no pool, which could not end while they wait. */
    private static final class Shared {
        volatile Round round = IDLE;
        volatile boolean closed;

        /** Helpers that have to be woken, or are about to find that there is something to do. */
        final AtomicInteger sleeping = new AtomicInteger();
    }

    static final Throwable NONE = new Throwable("none");

    private final Shared shared = new Shared();
    private final Worker caller;
    private final List<Thread> helpers = new ArrayList<>();
    private final Taken taken;
    private int rounds;

    WorkerPool(Kernels kernels, int threads) {
        caller = new Worker(kernels, 0);
        taken = new Taken(threads);
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
        runTasks(new Queue(++rounds, job, tasks));
    }

    /** Runs all tasks of a job, the same ones on a thread each time where none is late, and returns when all are done. */
    void runOwn(int tasks, Job job) {
        if (helpers.isEmpty() || tasks <= 1) run(tasks, job);
        else runTasks(new Own(++rounds, job, tasks, taken));
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
        TeamRound round = new TeamRound(++rounds, job);
        if (!helpers.isEmpty()) publish(round);
        round.team.gather(helpers.size());
        round.work(0, caller);
        round.team.awaitEnd();
        shared.round = IDLE;
        rethrow(round.team.failure());
    }

    private void publish(Round round) {
        shared.round = round;
        // One that falls asleep counts itself before it looks at the round once more.
        if (shared.sleeping.get() == 0) return;
        for (int k = 0; k < helpers.size(); k++) LockSupport.unpark(helpers.get(k));
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
    }

    private static void help(Shared shared, Worker worker) {
        int seen = IDLE.number;
        while (!shared.closed) {
            seen = work(shared, seen, worker);
            for (int spins = 0; spins < SPINS && isOver(shared, seen); spins++) Thread.onSpinWait();
            if (isOver(shared, seen)) sleep(shared, seen);
        }
    }

    /** Helps with the round at hand, if that is a new one; returns its number. */
    private static int work(Shared shared, int seen, Worker worker) {
        Round round = shared.round;
        if (round.number != seen) round.help(worker);
        return round.number;
    }

    /** True if there is nothing to do, or nothing left of a round that a helper has seen. */
    private static boolean isOver(Shared shared, int seen) {
        Round round = shared.round;
        return (round == IDLE || round.number == seen) && !shared.closed;
    }

    private static void sleep(Shared shared, int seen) {
        shared.sleeping.incrementAndGet();
        if (isOver(shared, seen)) LockSupport.park(shared);
        shared.sleeping.decrementAndGet();
    }
}
