package org.rnn4j.cells.gru;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link GruCell} available as {@code gru}. */
public final class GruCellProvider implements CellProvider {
    static final Option<Boolean> RESET_AFTER = Option.bool(
                    "resetAfter", "reset after the matrix product, as in cuDNN, PyTorch and Keras; else before it")
            .orElse(false);

    @Override
    public String type() {
        return "gru";
    }

    @Override
    public String summary() {
        return "Gated recurrent unit: a gate r that resets the state and a gate z that updates it.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with(RESET_AFTER);
    }

    @Override
    public Cell create(Config config) {
        return GruCell.of(CellOptions.of(config)).withResetAfter(config.get(RESET_AFTER));
    }
}
