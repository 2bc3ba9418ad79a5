package org.rnn4j.core.config;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** A provider that cannot be made. */
public final class BrokenCellProvider implements CellProvider {
    /** Fails. */
    public BrokenCellProvider() {
        throw new IllegalStateException("no luck");
    }

    @Override
    public String type() {
        return "broken";
    }

    @Override
    public String summary() {
        return "";
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
