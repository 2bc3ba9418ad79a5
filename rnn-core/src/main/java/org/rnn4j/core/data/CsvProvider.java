package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes comma-separated values available as {@code csv}. */
public final class CsvProvider implements DatasetProvider {
    private static final Option<Path> FILE =
            Option.path("file", "comma-separated values in UTF-8; the first line names the columns");
    private static final Option<String> SEPARATOR =
            Option.text("separator", "the character between two values").orElse(",");
    private static final Option<Optional<List<String>>> INPUTS = Option.texts(
                    "inputs", "columns with the numbers that are read; all other ones if absent")
            .maybe();
    private static final Option<List<String>> TARGETS = Option.texts("targets", "columns with what is to be said");
    private static final Option<Boolean> LABELS = Option.bool(
                    "labels", "whether the target is one of some labels, not a number")
            .orElse(false);
    private static final Option<Optional<String>> SEQUENCE = Option.text(
                    "sequence", "column that is the same for all rows of a sequence; all rows are one series if absent")
            .maybe();
    private static final Option<Boolean> PER_STEP = Option.bool(
                    "targetPerStep", "whether there is a target for each step, or one at the last")
            .orElse(false);
    private static final Option<Optional<Integer>> WINDOW = Option.integer(
                    "window", "steps of the pieces that are cut from a sequence; whole sequences if absent")
            .atLeast(1)
            .maybe();
    private static final Option<Integer> STRIDE = Option.integer("stride", "steps from one window to the next")
            .atLeast(1)
            .orElse(1);
    private static final Option<Integer> HORIZON = Option.integer(
                    "horizon",
                    "rows from what is read to what is said: 0 for the same row, 1 for a forecast of the next")
            .atLeast(0)
            .orElse(0);
    private static final Option<CsvOptions.Missing> MISSING = Option.choice(
                    "missing",
                    "what becomes of a missing number: error; previous, that of the step before; mean, that of the"
                            + " training part; mask, the mean and an input that is 1 where a number is missing. A missing"
                            + " target does not count, but for error",
                    CsvOptions.Missing.class)
            .orElse(CsvOptions.Missing.ERROR);
    private static final Option<CsvOptions.Scale> NORMALIZE = Option.choice(
                    "normalize",
                    "what is done to numbers, as fitted on the training part: none, standard (mean 0, deviation 1),"
                            + " minMax (0 to 1)",
                    CsvOptions.Scale.class)
            .orElse(CsvOptions.Scale.NONE);

    @Override
    public String type() {
        return "csv";
    }

    @Override
    public String summary() {
        return "Comma-separated values: sequences to classify, or series to forecast in windows.";
    }

    @Override
    public List<Option<?>> options() {
        List<Option<?>> all = new ArrayList<>(List.of(FILE, SEPARATOR, INPUTS, TARGETS, LABELS, SEQUENCE, PER_STEP));
        all.addAll(List.of(WINDOW, STRIDE, HORIZON, MISSING, NORMALIZE));
        all.addAll(HeldOutFiles.options());
        return List.copyOf(all);
    }

    @Override
    public DataSource create(Config config) {
        if (config.get(SEPARATOR).length() != 1) throw config.error(SEPARATOR, "is not one character", "give one");
        List<String> targets = config.get(TARGETS);
        if (targets.isEmpty()) throw config.error(TARGETS, "is empty", "name at least one column");
        if (config.get(LABELS) && targets.size() > 1) {
            throw config.error(TARGETS, "are several, but labels stand in one column", "name one, or remove labels");
        }
        CsvOptions.Columns columns =
                new CsvOptions.Columns(config.get(INPUTS), targets, config.get(LABELS), config.get(SEQUENCE));
        CsvOptions.Windows windows = new CsvOptions.Windows(
                config.get(WINDOW), config.get(STRIDE), config.get(HORIZON), config.get(PER_STEP));
        CsvOptions options = new CsvOptions(columns, windows, config.get(MISSING), config.get(NORMALIZE));
        char separator = config.get(SEPARATOR).charAt(0);
        return HeldOutFiles.of(config, new CsvSource(config.get(FILE), separator, options, Shares.of(config)));
    }
}
