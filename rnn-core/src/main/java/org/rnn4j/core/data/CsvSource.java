package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.data.CsvOptions.Missing;
import org.rnn4j.core.data.CsvSeries.Step;

/**
 * Numbers in a table: a row is a step.
 *
 * <p>Sequences are divided at random, whole; one long series in the order of time: first training, then validation, then
 * test, and no window reaches from one part into another. What is done to numbers, and what stands for missing ones, is
 * fitted on the training part.
 */
final class CsvSource implements DataSource {
    private final Path file;
    private final char separator;
    private final CsvOptions options;
    private final Shares shares;

    CsvSource(Path file, char separator, CsvOptions options, Shares shares) {
        this.file = file;
        this.separator = separator;
        this.options = options;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        CsvTable table = CsvTable.read(file, separator);
        List<CsvSeries> series = CsvSeries.of(table, options);
        Parts<CsvSeries> parts = options.columns().sequence().isPresent()
                ? Parts.of(series, CsvSeries::name, shares.of("sequences", table.place()), seed)
                : inTime(series.get(0), table.place());
        Encoding encoding = known.orElseGet(() -> encoding(parts));
        Function<List<CsvSeries>, Optional<DataPart>> part =
                some -> some.isEmpty() ? Optional.empty() : Optional.of(part(some, encoding));
        return new Dataset(
                encoding, part(parts.training(), encoding), part.apply(parts.validation()), part.apply(parts.test()));
    }

    private Parts<CsvSeries> inTime(CsvSeries series, TextPlace place) {
        int rows = series.steps().size();
        Shares.Counts counts = shares.of(rows, "rows", place);
        int validation = counts.training() + counts.validation();
        return new Parts<>(
                List.of(series.between(0, counts.training())),
                counts.validation() == 0 ? List.of() : List.of(series.between(counts.training(), validation)),
                counts.test() == 0 ? List.of() : List.of(series.between(validation, rows)));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return part(CsvSeries.of(CsvTable.read(other, separator), options), known);
    }

    private Encoding encoding(Parts<CsvSeries> parts) {
        List<Step> training = steps(parts.training());
        Feature.Numbers inputs = numbers(training.stream().map(Step::inputs).toList());
        Feature read = options.missing() == Missing.MASK ? masked(inputs) : inputs;
        Feature said;
        if (options.columns().labels()) {
            VocabularyBuilder labels = Vocabulary.builder(Level.WORD);
            steps(parts.all()).forEach(step -> labels.countSymbol(step.label()));
            said = new Feature.Symbols(labels.build());
        } else {
            said = numbers(training.stream().map(Step::targets).toList());
        }
        return new Encoding(read, said, options.windows().perStep());
    }

    private static List<Step> steps(List<CsvSeries> series) {
        return series.stream().flatMap(s -> s.steps().stream()).toList();
    }

    /** Fits scales and means; where nothing is scaled, the mean still stands for missing numbers. */
    private Feature.Numbers numbers(List<double[]> rows) {
        List<Double> offsets = new ArrayList<>();
        List<Double> scales = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        int size = rows.get(0).length;
        for (int i = 0; i < size; i++) {
            int column = i;
            double[] present = rows.stream()
                    .mapToDouble(row -> row[column])
                    .filter(x -> !Double.isNaN(x))
                    .toArray();
            ColumnFit fit = ColumnFit.of(present, options.scaling());
            offsets.add(fit.offset());
            scales.add(fit.scale());
            means.add(fit.mean());
        }
        return new Feature.Numbers(size, Optional.of(new Scaling(offsets, scales, means)));
    }

    private static Feature.Numbers masked(Feature.Numbers inputs) {
        Scaling marks = Scaling.none(inputs.size());
        return new Feature.Numbers(2 * inputs.size(), inputs.scaling().map(scaling -> scaling.and(marks)));
    }

    private DataPart part(List<CsvSeries> series, Encoding encoding) {
        checkFits(series, encoding);
        CsvWindows windows = new CsvWindows(options, encoding);
        List<Example> examples =
                series.stream().flatMap(s -> windows.of(s).stream()).toList();
        if (examples.isEmpty()) {
            throw new DataException(ErrorMessage.of("No window fits into a part of " + file)
                    .fact(
                            "longest",
                            series.stream()
                                            .mapToInt(s -> s.steps().size())
                                            .max()
                                            .orElse(0) + " rows")
                    .fact(
                            "needed",
                            options.windows().size().orElse(1)
                                    + options.windows().horizon() + " rows")
                    .fix("lower window or horizon, or give more data")
                    .toString());
        }
        return SequencePart.of(encoding, examples);
    }

    private void checkFits(List<CsvSeries> series, Encoding encoding) {
        Step first = series.get(0).steps().get(0);
        int inputs = first.inputs().length * (options.missing() == Missing.MASK ? 2 : 1);
        boolean fits = !encoding.input().isSymbols()
                && encoding.input().size() == inputs
                && encoding.target().isSymbols() == options.columns().labels()
                && encoding.targetPerStep() == options.windows().perStep();
        if (fits) return;
        throw new ModelFormatException(ErrorMessage.of("Data of type 'csv' does not fit the model")
                .fact("model reads", encoding.input())
                .fact("data gives", inputs + " numbers")
                .fact("model says", encoding.target())
                .fix("use the columns that the model was trained with")
                .toString());
    }
}
