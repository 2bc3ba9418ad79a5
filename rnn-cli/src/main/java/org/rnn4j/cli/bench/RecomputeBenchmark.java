package org.rnn4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * {@code recompute}: a training step on sequences of 10,000 steps that computes again what the backward pass reads, beside one
 * that keeps it: what the heap holds, and the time. The batch and the gradient of the output are not counted.
 */
final class RecomputeBenchmark implements Benchmark {
    private static final double MIB = 1024 * 1024;

    private final BenchRow row;

    RecomputeBenchmark() {
        this(new BenchRow("long", 10_000, 8, 64, 128, 1));
    }

    /** With a row of another size. */
    RecomputeBenchmark(BenchRow row) {
        this.row = row;
    }

    @Override
    public String mode() {
        return "recompute";
    }

    @Override
    public List<BenchRow> rows(List<BenchRow> wanted) {
        return List.of(row);
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow each) {
        Batch batch = Batch.of(Subject.vectors(each));
        Tensor cotangent = Subject.ones(each);
        List<Double> held = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        double flops = 0;
        for (boolean recompute : new boolean[] {true, false}) {
            // The first one's loaded classes and compiled code are not the second one's.
            warmUp(setting, batch, subject(setting, cell, each, cotangent, recompute));
            long before = MemoryBenchmark.heldBytes();
            Subject subject = subject(setting, cell, each, cotangent, recompute);
            seconds.add(setting.stopwatch().measure(() -> subject.train(batch)).seconds());
            held.add((double) MemoryBenchmark.heldBytes() - before);
            // The subject is measured, so it must be reachable until here.
            flops = TRAINING * subject.flopsPerStep() * each.steps();
        }
        return List.of(Measurement.of(cell, mode(), each, seconds.get(0), flops)
                .with("heapBytes", held.get(0))
                .with("heapBytesKept", held.get(1))
                .with("millisKept", seconds.get(1) * 1e3)
                .with("memoryRatio", held.get(1) / held.get(0))
                .with("timeRatio", seconds.get(0) / seconds.get(1))
                .withNote(String.format(
                        Locale.ROOT,
                        "holds %.1f MiB, keeping all %.1f MiB, %.2f × as much; takes %.2f × the time",
                        held.get(0) / MIB,
                        held.get(1) / MIB,
                        held.get(1) / held.get(0),
                        seconds.get(0) / seconds.get(1))));
    }

    private static void warmUp(Setting setting, Batch batch, Subject first) {
        setting.stopwatch().warmUp(() -> first.train(batch));
    }

    private static Subject subject(Setting setting, String cell, BenchRow row, Tensor cotangent, boolean recompute) {
        return Subject.of(
                setting.cells().of(cell, row.hiddenSize()),
                row,
                cotangent,
                Subject.training(setting.threads()).withRecompute(recompute));
    }
}
