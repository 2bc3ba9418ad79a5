package org.rnn4j.core.data;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes running text available as {@code text}. */
public final class TextProvider implements DatasetProvider {
    @Override
    public String type() {
        return "text";
    }

    @Override
    public String summary() {
        return "A text file as one long sequence, read in batchSize streams side by side; predicts the next symbol.";
    }

    @Override
    public List<Option<?>> options() {
        return TextOptions.with(LinesProvider.FILE);
    }

    @Override
    public DataSource create(Config config) {
        return HeldOutFiles.of(
                config, new TextSource(config.get(LinesProvider.FILE), TextOptions.of(config), Shares.of(config)));
    }
}
