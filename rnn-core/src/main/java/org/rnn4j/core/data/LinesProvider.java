package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes text files with one sequence in each line available as {@code lines}. */
public final class LinesProvider implements DatasetProvider {
    static final Option<Path> FILE = Option.path("file", "text file in UTF-8");
    private static final Option<Optional<Integer>> MAX_LENGTH = Option.integer(
                    "maxLength", "symbols after which a line is cut; whole lines if absent")
            .atLeast(1)
            .maybe();

    @Override
    public String type() {
        return "lines";
    }

    @Override
    public String summary() {
        return "A text file with one sequence in each line, such as names; predicts the next symbol, and the end.";
    }

    @Override
    public List<Option<?>> options() {
        return TextOptions.with(FILE, MAX_LENGTH);
    }

    @Override
    public DataSource create(Config config) {
        int maxLength = config.get(MAX_LENGTH).orElse(Integer.MAX_VALUE);
        return HeldOutFiles.of(
                config, new LinesSource(config.get(FILE), TextOptions.of(config), Shares.of(config), maxLength));
    }
}
