package org.rnn4j.core.component.cell;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Activation;

/** Makes {@link ElmanCell} available as {@code elman}. */
public final class ElmanCellProvider implements CellProvider {
    private static final Option<Activation> ACTIVATION = Option.choice(
                    "activation", "the function of the state", Activation.class)
            .orElse(Activation.TANH);

    @Override
    public String type() {
        return "elman";
    }

    @Override
    public String summary() {
        return "Simple recurrent cell, whose output is its state.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with(ACTIVATION);
    }

    @Override
    public Cell create(Config config) {
        return ElmanCell.of(CellOptions.of(config)).withActivation(config.get(ACTIVATION));
    }
}
