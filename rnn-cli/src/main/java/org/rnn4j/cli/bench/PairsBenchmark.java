package org.rnn4j.cli.bench;

import java.util.List;
import java.util.Locale;
import org.rnn4j.core.engine.Batch;

/**
 * {@code pairs}: a training step of a cell in turn with one of the built-in LSTM, and the median of the ratios of such pairs.
 * Of an LSTM written outside of the library it says what being outside costs, of the built-in one what chance does.
 */
final class PairsBenchmark implements Benchmark {
    private static final String PARTNER = "lstm";

    @Override
    public String mode() {
        return "pairs";
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        Subject subject = Subject.of(setting.cells().of(cell, row.hiddenSize()), row, setting.threads());
        Subject partner = Subject.of(setting.cells().of(PARTNER, row.hiddenSize()), row, setting.threads());
        Batch batch = Batch.of(Subject.vectors(row));
        Stopwatch.Pairs pairs = setting.stopwatch().pairs(() -> subject.train(batch), () -> partner.train(batch));
        double flops = TRAINING * subject.flopsPerStep() * row.steps();
        return List.of(Measurement.of(cell, mode(), row, pairs.seconds(), flops)
                .with("ratio", pairs.ratio())
                .with("pairs", pairs.count())
                .withNote(String.format(
                        Locale.ROOT, "%.3f × an %s of that size, in %d pairs", pairs.ratio(), PARTNER, pairs.count())));
    }
}
