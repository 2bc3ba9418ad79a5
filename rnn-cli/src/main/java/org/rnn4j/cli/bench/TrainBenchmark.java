package org.rnn4j.cli.bench;

import java.util.List;
import org.rnn4j.core.engine.Batch;

/** {@code train}: forward, and backward from the sum of all outputs to the input and to all weights. */
final class TrainBenchmark implements Benchmark {
    @Override
    public String mode() {
        return "train";
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        Subject subject = Subject.of(setting.cells().of(cell, row.hiddenSize()), row, setting.threads());
        Batch batch = Batch.of(Subject.vectors(row));
        double flops = TRAINING * subject.flopsPerStep() * row.steps();
        Stopwatch.Reading reading = setting.stopwatch().measure(() -> subject.train(batch));
        return List.of(Measurement.of(cell, mode(), row, reading.seconds(), flops));
    }
}
