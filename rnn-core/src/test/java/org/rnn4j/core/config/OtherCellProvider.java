package org.rnn4j.core.config;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Another provider of the same type. */
public final class OtherCellProvider implements CellProvider {
    @Override
    public String type() {
        return "found";
    }

    @Override
    public String summary() {
        return "A cell found by its jar.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public Cell create(Config config) {
        return t -> t.output(t.input());
    }
}
