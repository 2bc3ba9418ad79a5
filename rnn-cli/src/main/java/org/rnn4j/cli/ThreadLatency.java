package org.rnn4j.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How long a number takes from one thread to another: two threads answer each other through one place in memory.
 *
 * <p>Some 50 ns where processors share a cache, some hundreds where they do not; on rented machines it may change while a
 * program runs. Threads that share every step of a sequence wait for that long again and again.
 */
final class ThreadLatency {
    private static final long NANOS = 100_000_000;
    private static final int ROUNDS = 200;
    /** The place, away from what else stands in the array. */
    private static final int AT = 32;

    private ThreadLatency() {}

    /** Measures it: the median over a tenth of a second, in nanoseconds. */
    static double nanos() {
        AtomicIntegerArray place = new AtomicIntegerArray(2 * AT);
        Thread other = new Thread(() -> answer(place), "rnn4j-latency");
        other.setDaemon(true);
        other.start();
        List<Double> windows = new ArrayList<>();
        int sent = 0;
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            for (int k = 0; k < ROUNDS; k++) exchange(place, ++sent);
            windows.add((System.nanoTime() - start) / (2.0 * ROUNDS));
        }
        place.set(AT, Integer.MIN_VALUE);
        Collections.sort(windows);
        return windows.get(windows.size() / 2);
    }

    // Implementation note. A method for each exchange: rnn has loops that run already compiled late, calls early.

    private static void exchange(AtomicIntegerArray place, int number) {
        place.set(AT, number);
        while (place.get(AT) != -number) Thread.onSpinWait();
    }

    private static void answer(AtomicIntegerArray place) {
        int seen = 0;
        while (seen != Integer.MIN_VALUE) seen = answer(place, seen);
    }

    /** Answers a number, and waits for the next. */
    private static int answer(AtomicIntegerArray place, int seen) {
        if (seen > 0) place.set(AT, -seen);
        while (place.get(AT) == -seen) Thread.onSpinWait();
        return place.get(AT);
    }
}
