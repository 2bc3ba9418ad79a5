package org.rnn4j.examples.engines;

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

/** Every cell that comes with RNN4J, with every option that changes its equations. */
final class Cells {
    private Cells() {}

    /** The cells of a size, by name. */
    static Map<String, Cell> ofSize(int size) {
        CellOptions usual = CellOptions.of(size);
        CellOptions learned = usual.withInitialState(new InitialState(InitialState.Kind.LEARNED, 0.2));
        CellOptions constant = usual.withInitialState(InitialState.constant(0.3));
        CellOptions plain = usual.withBias(false);
        int projected = size / 2 + 1;
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Activation activation : Activation.values()) {
            cells.put("elman " + activation, ElmanCell.of(size).withActivation(activation));
        }
        cells.put("elman learned, no bias", ElmanCell.of(learned.withBias(false)));
        cells.put("gru", GruCell.of(size));
        cells.put("gru learned", GruCell.of(learned));
        cells.put("gru no bias", GruCell.of(plain));
        cells.put("gru resetAfter", GruCell.of(size).withResetAfter(true));
        cells.put(
                "gru resetAfter, constant, no bias",
                GruCell.of(constant.withBias(false)).withResetAfter(true));
        cells.put("simplifiedGru", SimplifiedGruCell.of(size));
        cells.put("lstm", LstmCell.of(size));
        cells.put("lstm no bias", LstmCell.of(plain));
        cells.put("lstm learned", LstmCell.of(learned));
        cells.put("lstm constant", LstmCell.of(constant));
        cells.put("lstm coupled", LstmCell.of(size).withCoupledInputForget(true));
        cells.put("lstm projected", LstmCell.of(size).withProjectionSize(projected));
        cells.put("lstm clipped", LstmCell.of(size).withCellClip(0.4));
        cells.put(
                "lstm relu, hardSigmoid",
                LstmCell.of(size).withActivation(Activation.RELU).withGateActivation(Activation.HARD_SIGMOID));
        cells.put(
                "lstm with all options",
                LstmCell.of(learned)
                        .withCoupledInputForget(true)
                        .withProjectionSize(projected)
                        .withCellClip(0.4)
                        .withActivation(Activation.SOFTSIGN));
        cells.put("peepholeLstm", PeepholeLstmCell.of(size));
        cells.put("peepholeLstm learned, no bias", PeepholeLstmCell.of(learned.withBias(false)));
        cells.put("sru", new SimpleRecurrentUnit(size));
        return cells;
    }

    /** The cells that people use most, for the sizes at which a run takes long. */
    static Map<String, Cell> fewOfSize(int size) {
        Map<String, Cell> cells = new LinkedHashMap<>(ofSize(size));
        cells.keySet()
                .retainAll(java.util.Set.of(
                        "elman tanh", "gru", "gru resetAfter", "lstm", "lstm with all options", "peepholeLstm"));
        return cells;
    }
}
