package org.rnn4j.cells.lstm;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes {@link PeepholeLstmCell} available as {@code peepholeLstm}. */
public final class PeepholeLstmCellProvider implements CellProvider {
    @Override
    public String type() {
        return "peepholeLstm";
    }

    @Override
    public String summary() {
        return "Long short-term memory whose gates see the memory c through peepholes.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with(LstmCellProvider.FORGET_BIAS);
    }

    @Override
    public Cell create(Config config) {
        return PeepholeLstmCell.of(CellOptions.of(config)).withForgetBias(config.get(LstmCellProvider.FORGET_BIAS));
    }
}
