package org.rnn4j.core.network;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for single steps that nobody uses at the moment: as many as work at the same time, however many sessions there
 * are. Thread-safe.
 */
final class StepPool {
    // Implementation note. A queue would allocate a link at every return; slots do not. Two for each processor are
    // enough:
    // more threads than that only wait for each other, and what finds no slot is left to the garbage collector.

    private static final int SLOTS = 2 * Math.max(4, Runtime.getRuntime().availableProcessors());

    private final AtomicReferenceArray<@Nullable StepBuffers> slots = new AtomicReferenceArray<>(SLOTS);
    private final IntFunction<StepBuffers> maker;

    StepPool(IntFunction<StepBuffers> maker) {
        this.maker = maker;
    }

    /** Buffers for a number of rows, for the caller alone. */
    StepBuffers take(int rows) {
        for (int k = 0; k < SLOTS; k++) {
            StepBuffers free = slots.get(k);
            if (free != null && slots.compareAndSet(k, free, null)) {
                free.prepare(rows);
                return free;
            }
        }
        return maker.apply(rows);
    }

    /** Takes buffers back. */
    void give(StepBuffers buffers) {
        for (int k = 0; k < SLOTS; k++) {
            if (slots.get(k) == null && slots.compareAndSet(k, null, buffers)) return;
        }
    }
}
