package org.rnn4j.core.data;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes files with one JSON object in each line available as {@code jsonLines}. */
public final class JsonLinesProvider implements DatasetProvider {
    private static final Option<String> INPUT =
            Option.text("input", "key of what the network reads").orElse("input");
    private static final Option<String> TARGET =
            Option.text("target", "key of what it should say").orElse("target");
    private static final Option<Boolean> PER_STEP = Option.bool(
                    "targetPerStep", "whether there is a target for each step, or one for the sequence")
            .orElse(false);

    @Override
    public String type() {
        return "jsonLines";
    }

    @Override
    public String summary() {
        return "A file with one JSON object in each line: a sequence of text, symbols or numbers, and its target.";
    }

    @Override
    public List<Option<?>> options() {
        return TextOptions.with(LinesProvider.FILE, INPUT, TARGET, PER_STEP);
    }

    @Override
    public DataSource create(Config config) {
        return HeldOutFiles.of(
                config,
                new JsonLinesSource(
                        config.get(LinesProvider.FILE),
                        TextOptions.of(config),
                        Shares.of(config),
                        new JsonColumn(config.get(INPUT), true),
                        new JsonColumn(config.get(TARGET), config.get(PER_STEP))));
    }
}
