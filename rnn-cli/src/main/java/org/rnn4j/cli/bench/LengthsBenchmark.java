package org.rnn4j.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * {@code lengths}: a training step on a batch whose lengths are spread evenly over 1 … T, in turn with the full batch. Half
 * of the steps are there, so half of the time would be ideal; operations are counted of these steps only.
 */
final class LengthsBenchmark implements Benchmark {
    @Override
    public String mode() {
        return "lengths";
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        Subject subject = Subject.of(setting.cells().of(cell, row.hiddenSize()), row, setting.threads());
        Tensor x = Subject.vectors(row);
        Batch full = Batch.of(x);
        Batch ragged = Batch.of(x, lengths(row));
        double flops = TRAINING * subject.flopsPerStep() * ragged.steps();
        List<Stopwatch.Reading> readings =
                setting.stopwatch().measure(List.of(() -> subject.train(ragged), () -> subject.train(full)));
        double seconds = readings.get(0).seconds();
        double fullSeconds = readings.get(1).seconds();
        return List.of(Measurement.of(cell, mode(), row, seconds, flops)
                .with("fullMillis", fullSeconds * 1e3)
                .with("ratio", seconds / fullSeconds)
                .with("stepsShare", (double) ragged.steps() / row.steps())
                .withNote(String.format(
                        Locale.ROOT,
                        "%.2f × the full batch, %.3f ms; %.2f × its steps",
                        seconds / fullSeconds,
                        fullSeconds * 1e3,
                        (double) ragged.steps() / row.steps())));
    }

    /** The middles of B equal parts of 0 … T, rounded up, in random order. */
    private static int[] lengths(BenchRow row) {
        List<Integer> lengths = new ArrayList<>();
        for (int b = 0; b < row.batchSize(); b++) {
            lengths.add((int) Math.ceil((b + 0.5) / row.batchSize() * row.timeSteps()));
        }
        Collections.shuffle(lengths, new Random(4));
        return lengths.stream().mapToInt(n -> n).toArray();
    }
}
