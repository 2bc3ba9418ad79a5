package org.rnn4j.cells.gru;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link SimplifiedGruCell} available as {@code simplifiedGru}. */
public final class SimplifiedGruCellProvider implements CellProvider {
    @Override
    public String type() {
        return "simplifiedGru";
    }

    @Override
    public String summary() {
        return "Gated recurrent unit with the update gate only.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with();
    }

    @Override
    public Cell create(Config config) {
        return SimplifiedGruCell.of(CellOptions.of(config));
    }
}
