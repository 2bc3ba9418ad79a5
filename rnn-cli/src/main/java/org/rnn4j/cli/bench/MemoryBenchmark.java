package org.rnn4j.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * {@code memory}: bytes that all threads together allocate in a training step after warm-up, and what the heap holds then,
 * beside what a training step must hold: {@link TrainingMemory}. The batch and the gradient of the output are the caller's
 * and are not counted.
 */
final class MemoryBenchmark implements Benchmark {
    private static final int STEPS = 20;
    private static final long MOMENT = 200_000_000;
    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    @Override
    public String mode() {
        return "memory";
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        Batch batch = Batch.of(Subject.vectors(row));
        Tensor cotangent = Subject.ones(row);
        warmUp(setting, batch, subject(setting, cell, row, cotangent));
        long before = heldBytes();
        Subject subject = subject(setting, cell, row, cotangent);
        Runnable step = () -> subject.train(batch);
        Stopwatch.Reading reading = setting.stopwatch().measure(step);
        double allocated = allocatedBytes(step);
        double held = heldBytes() - before;
        // The subject is measured, so it must be reachable until here.
        double needed = TrainingMemory.bytes(subject.graph(), row.timeSteps(), row.batchSize());
        double flops = TRAINING * subject.flopsPerStep() * row.steps();
        return List.of(Measurement.of(cell, mode(), row, reading.seconds(), flops)
                .with("allocatedBytesPerStep", allocated)
                .with("heapBytes", held)
                .with("neededBytes", needed)
                .with("ratio", held / needed)
                .withNote(String.format(
                        Locale.ROOT,
                        "allocates %.1f KiB a step; holds %.1f MiB, %.2f × the needed %.1f MiB",
                        allocated / KIB,
                        held / MIB,
                        held / needed,
                        needed / MIB)));
    }

    /** What the first network leaves behind until its code is compiled, such as loaded classes, is not the second one's. */
    private static void warmUp(Setting setting, Batch batch, Subject first) {
        setting.stopwatch().warmUp(() -> first.train(batch));
    }

    private static Subject subject(Setting setting, String cell, BenchRow row, Tensor cotangent) {
        return Subject.of(setting.cells().of(cell, row.hiddenSize()), row, cotangent, false, setting.threads());
    }

    /**
     * What is reachable. The collector is asked twice: threads of a network that it finds unreachable end a moment later, and
     * let go of what they hold.
     */
    static long heldBytes() {
        System.gc();
        LockSupport.parkNanos(MOMENT);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double allocatedBytes(Runnable step) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = allocatedBytes(threads);
        for (int k = 0; k < STEPS; k++) step.run();
        return (double) (allocatedBytes(threads) - before) / STEPS;
    }

    private static long allocatedBytes(com.sun.management.ThreadMXBean threads) {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) sum += Math.max(0, bytes);
        return sum;
    }
}
