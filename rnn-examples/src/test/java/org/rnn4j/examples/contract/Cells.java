package org.rnn4j.examples.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.cells.gru.GruCell;
import org.rnn4j.cells.gru.SimplifiedGruCell;
import org.rnn4j.cells.lstm.LstmCell;
import org.rnn4j.cells.lstm.PeepholeLstmCell;
import org.rnn4j.core.component.cell.ElmanCell;
import org.rnn4j.examples.SimpleRecurrentUnit;

/** All cells, by name. */
final class Cells {
    private Cells() {}

    /** One of each kind. */
    static Map<String, Cell> kinds(int size) {
        CellOptions options = CellOptions.of(size);
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("elman", ElmanCell.of(options));
        cells.put("gru", GruCell.of(options));
        cells.put("gru, reset after", GruCell.of(options).withResetAfter(true));
        cells.put("simplifiedGru", SimplifiedGruCell.of(options));
        cells.put("lstm", LstmCell.of(options));
        cells.put("peepholeLstm", PeepholeLstmCell.of(options));
        cells.put("own cell of the examples", new SimpleRecurrentUnit(size));
        return cells;
    }

    /** Each kind with its options. */
    static Map<String, Cell> variants(int size) {
        Map<String, Cell> cells = kinds(size);
        CellOptions options = CellOptions.of(size);
        CellOptions bare = options.withBias(false);
        CellOptions learned = options.withInitialState(InitialState.learned());
        cells.put("elman, relu", ElmanCell.of(options).withActivation(Activation.RELU));
        cells.put("elman, constant state", ElmanCell.of(options.withInitialState(InitialState.constant(0.5))));
        cells.put("elman, no bias", ElmanCell.of(bare));
        cells.put("gru, no bias, learned state", GruCell.of(learned.withBias(false)));
        cells.put("gru, reset after, no bias", GruCell.of(bare).withResetAfter(true));
        cells.put("simplifiedGru, learned state", SimplifiedGruCell.of(learned));
        cells.put("lstm, learned states", LstmCell.of(learned));
        cells.put("lstm, no bias", LstmCell.of(bare));
        cells.put("lstm, coupled", LstmCell.of(options).withCoupledInputForget(true));
        cells.put("lstm, projected", LstmCell.of(options).withProjectionSize(Math.max(1, size - 1)));
        cells.put("lstm, clipped", LstmCell.of(options).withCellClip(0.4));
        cells.put(
                "lstm, other activations",
                LstmCell.of(options).withActivation(Activation.SOFTSIGN).withGateActivation(Activation.HARD_SIGMOID));
        cells.put("peepholeLstm, learned states", PeepholeLstmCell.of(learned));
        return cells;
    }
}
