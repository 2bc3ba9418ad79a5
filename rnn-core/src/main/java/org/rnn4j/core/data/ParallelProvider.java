package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes pairs of texts available as {@code parallel}. */
public final class ParallelProvider implements DatasetProvider {
    private static final Option<Optional<Path>> TARGET_FILE = Option.path(
                    "targetFile",
                    "file whose lines are the targets of the lines of file; if absent, file has both in each line,"
                            + " with a tab between")
            .maybe();
    private static final Option<Boolean> CLASSES = Option.bool(
                    "classes",
                    "whether a source as a whole is one symbol, such as the kind of what is to be said, for a model of type"
                            + " generator")
            .orElse(false);
    private static final Option<Optional<Level>> TARGET_LEVEL = Option.choice(
                    "targetLevel", "what the symbols of targets are; as level if absent", Level.class)
            .maybe();

    @Override
    public String type() {
        return "parallel";
    }

    @Override
    public String summary() {
        return "Pairs of texts, such as sentences and their translations: one is read as a whole, the other is to be said.";
    }

    @Override
    public List<Option<?>> options() {
        return TextOptions.with(LinesProvider.FILE, TARGET_FILE, TARGET_LEVEL, CLASSES);
    }

    @Override
    public DataSource create(Config config) {
        TextOptions options = TextOptions.of(config);
        Level targetLevel = config.get(TARGET_LEVEL).orElse(options.level());
        return HeldOutFiles.of(
                config,
                new ParallelSource(
                        new ParallelSource.Files(config.get(LinesProvider.FILE), config.get(TARGET_FILE)),
                        config.get(CLASSES),
                        options,
                        options.withLevel(targetLevel),
                        Shares.of(config)));
    }
}
