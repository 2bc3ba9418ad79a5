package org.rnn4j.cli.bench;

import java.util.List;
import org.rnn4j.core.engine.Batch;

/** {@code infer}: forward without gradients. */
final class InferBenchmark implements Benchmark {
    @Override
    public String mode() {
        return "infer";
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        Subject subject = Subject.of(setting.cells().of(cell, row.hiddenSize()), row, setting.threads());
        Batch batch = Batch.of(Subject.vectors(row));
        double flops = subject.flopsPerStep() * row.steps();
        Stopwatch.Reading reading = setting.stopwatch().measure(() -> subject.infer(batch));
        return List.of(Measurement.of(cell, mode(), row, reading.seconds(), flops));
    }
}
