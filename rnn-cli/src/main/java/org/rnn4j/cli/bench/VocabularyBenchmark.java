package org.rnn4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rnn4j.api.Optimizer;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.network.Engines;

/**
 * {@code vocabulary}: a training step on one-hot inputs from vocabularies of 5,000 and of 50,000 words, without an output
 * layer. Beside the gradients alone, the same with an update by SGD and by Adam, whose states move for every word.
 */
final class VocabularyBenchmark implements Benchmark {
    private static final double LEARNING_RATE = 1e-6;

    private final List<Integer> sizes;

    VocabularyBenchmark() {
        this(List.of(5_000, 50_000));
    }

    /** With vocabularies of other sizes; the first is what the others are compared with. */
    VocabularyBenchmark(List<Integer> sizes) {
        this.sizes = sizes;
    }

    @Override
    public String mode() {
        return "vocabulary";
    }

    @Override
    public List<BenchRow> rows(List<BenchRow> wanted) {
        return List.of(new BenchRow("words", 50, 50, sizes.get(0), 128, 1));
    }

    @Override
    public List<Measurement> measure(Setting setting, String cell, BenchRow row) {
        List<Runnable> works = new ArrayList<>();
        double flops = 0;
        for (int size : sizes) {
            Subject subject = subject(setting, cell, row(row, size));
            Batch batch = Batch.of(Subject.indices(row(row, size)));
            flops = TRAINING * subject.flopsPerStep() * row.steps();
            works.add(() -> subject.train(batch));
            works.add(withUpdate(subject, batch, Sgd.of()));
            works.add(withUpdate(subject, batch, Adam.of()));
        }
        List<Stopwatch.Reading> readings = setting.stopwatch().measure(works);
        List<Measurement> all = new ArrayList<>();
        for (int k = 0; k < sizes.size(); k++) {
            List<Double> seconds = readings.subList(3 * k, 3 * k + 3).stream()
                    .map(Stopwatch.Reading::seconds)
                    .toList();
            all.add(measurement(cell, row(row, sizes.get(k)), seconds, flops, readings));
        }
        return all;
    }

    private Measurement measurement(
            String cell, BenchRow row, List<Double> seconds, double flops, List<Stopwatch.Reading> readings) {
        Measurement measurement = Measurement.of(cell, mode(), row, seconds.get(0), flops);
        String[] keys = {"", "Sgd", "Adam"};
        StringBuilder note = new StringBuilder();
        for (int k = 0; k < keys.length; k++) {
            double ratio = seconds.get(k) / readings.get(k).seconds();
            measurement = measurement.with("ratio" + keys[k], ratio);
            if (k > 0) measurement = measurement.with("millis" + keys[k], seconds.get(k) * 1e3);
            note.append(k == 0 ? "" : String.format(Locale.ROOT, "; with %s %.3f ms, ", keys[k], seconds.get(k) * 1e3))
                    .append(String.format(Locale.ROOT, "%.2f ×", ratio));
        }
        return measurement.withNote(note + " the smaller vocabulary");
    }

    private static BenchRow row(BenchRow row, int size) {
        return new BenchRow(row.name() + size, row.timeSteps(), row.batchSize(), size, row.hiddenSize(), row.layers());
    }

    private static Subject subject(Setting setting, String cell, BenchRow row) {
        return Subject.of(setting.cells().of(cell, row.hiddenSize()), row, Subject.ones(row), true, setting.threads());
    }

    private static Runnable withUpdate(Subject subject, Batch batch, Optimizer optimizer) {
        Updater updater = Engines.of(Precision.FLOAT32).newUpdater(optimizer, subject.weights());
        return () -> {
            subject.train(batch);
            updater.update(subject.gradients(), LEARNING_RATE);
        };
    }
}
