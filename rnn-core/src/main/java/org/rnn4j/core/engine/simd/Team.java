package org.rnn4j.core.engine.simd;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that go through a job together and wait for each other at every step.
 *
 * <p>The first member is the thread that called; the others join while it gathers. A member that fails sets all others
 * free.
 */
final class Team {
    /** How long the caller waits for others to come, in nanoseconds. */
    private static final long PATIENCE = 100_000;

    private static final int CLOSED = 1 << 16;
    private static final int SPINS = 5_000;

    private final AtomicInteger joined = new AtomicInteger(1);
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile int size;
    private volatile int phase;
    private volatile Throwable failure = WorkerPool.NONE;

    /** A team of the caller alone. */
    static Team ofOne() {
        Team team = new Team();
        team.gather(0);
        return team;
    }

    /** Takes part, if the team still gathers: the member's number, or -1. */
    int join() {
        int member = joined.getAndIncrement();
        return member >= CLOSED ? -1 : member;
    }

    /** Waits a moment for others, then closes the team. */
    void gather(int others) {
        long end = others == 0 ? 0 : System.nanoTime() + PATIENCE;
        while (joined.get() <= others && System.nanoTime() < end) Thread.onSpinWait();
        size = joined.getAndAdd(CLOSED);
    }

    void awaitStart() {
        while (size == 0) Thread.onSpinWait();
    }

    /** How many threads there are. */
    int size() {
        return size;
    }

    /** Waits until all members have come here. */
    void await() {
        if (size == 1) return;
        int now = phase;
        if (arrived.incrementAndGet() == size) {
            arrived.set(0);
            phase = now + 1;
            return;
        }
        int spins = 0;
        while (phase == now) {
            if (failure != WorkerPool.NONE) throw new IllegalStateException("another thread failed", failure);
            if (++spins < SPINS) Thread.onSpinWait();
            else Thread.yield();
        }
    }

    void fail(Throwable e) {
        if (failure == WorkerPool.NONE) failure = e;
    }

    Throwable failure() {
        return failure;
    }

    void leave() {
        left.incrementAndGet();
    }

    /** Waits until all members have left. */
    void awaitEnd() {
        int spins = 0;
        while (left.get() < size) {
            if (++spins < SPINS) Thread.onSpinWait();
            else Thread.yield();
        }
    }

    /** The first panel of a member's share; shares are pairs of panels, and those of one number of panels are the same. */
    int share(int member, int panels) {
        if (member == size) return panels;
        int pairs = (panels + 1) / 2;
        return Math.min(panels, 2 * (int) ((long) pairs * member / size));
    }
}
