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
    private static final Option<Boolean> SEQUENCE = Option.bool(
                    "targetSequence", "whether the target is a sequence of its own length")
            .orElse(false);
    private static final Option<Level> TARGET_LEVEL = Option.choice(
                    "targetLevel", "what the symbols of targets are that are texts", Level.class)
            .orElse(Level.WORD);

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
        return TextOptions.with(LinesProvider.FILE, INPUT, TARGET, PER_STEP, SEQUENCE, TARGET_LEVEL);
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
                        new JsonLinesSource.Targets(
                                new JsonColumn(
                                        config.get(TARGET), length(config).isSequence()),
                                length(config),
                                config.get(TARGET_LEVEL))));
    }

    private static TargetLength length(Config config) {
        if (!config.get(SEQUENCE)) return config.get(PER_STEP) ? TargetLength.STEPS : TargetLength.ONE;
        if (!config.get(PER_STEP)) return TargetLength.OWN;
        throw config.error(
                SEQUENCE, "is true, but targetPerStep is, too", "remove one: a target for each step is of that length");
    }
}
