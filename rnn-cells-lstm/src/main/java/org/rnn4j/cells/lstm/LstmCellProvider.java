package org.rnn4j.cells.lstm;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellOptions;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Activation;

/** Makes {@link LstmCell} available as {@code lstm}. */
public final class LstmCellProvider implements CellProvider {
    static final Option<Double> FORGET_BIAS =
            Option.number("forgetBias", "first value of b_f").orElse(1.0);
    static final Option<Activation> ACTIVATION = Option.choice(
                    "activation", "the function of g and of the memory", Activation.class)
            .orElse(Activation.TANH);
    static final Option<Activation> GATE_ACTIVATION = Option.choice(
                    "gateActivation", "the function of the gates i, f and o", Activation.class)
            .orElse(Activation.SIGMOID);
    static final Option<Boolean> COUPLED =
            Option.bool("coupledInputForget", "i = 1 - f").orElse(false);
    static final Option<Integer> PROJECTION_SIZE_RANGE = Option.integer(
                    "projectionSize", "size of h if it is projected: h' = W_mh m")
            .atLeast(1);
    static final Option<Double> CELL_CLIP_RANGE =
            Option.number("cellClip", "keeps c in ± this number").above(0);

    private static final Option<Optional<Integer>> PROJECTION_SIZE = PROJECTION_SIZE_RANGE.maybe();
    private static final Option<Optional<Double>> CELL_CLIP = CELL_CLIP_RANGE.maybe();

    @Override
    public String type() {
        return "lstm";
    }

    @Override
    public String summary() {
        return "Long short-term memory with a forget gate, without peepholes.";
    }

    @Override
    public List<Option<?>> options() {
        return CellOptions.with(FORGET_BIAS, ACTIVATION, GATE_ACTIVATION, COUPLED, PROJECTION_SIZE, CELL_CLIP);
    }

    @Override
    public Cell create(Config config) {
        LstmCell cell = LstmCell.of(CellOptions.of(config))
                .withForgetBias(config.get(FORGET_BIAS))
                .withActivation(config.get(ACTIVATION))
                .withGateActivation(config.get(GATE_ACTIVATION))
                .withCoupledInputForget(config.get(COUPLED));
        cell = config.get(PROJECTION_SIZE).map(cell::withProjectionSize).orElse(cell);
        return config.get(CELL_CLIP).map(cell::withCellClip).orElse(cell);
    }
}
