package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link HuberLoss} available as {@code huber}. */
public final class HuberLossProvider implements LossProvider {
    static final Option<Double> DELTA = Option.number("delta", "difference from which on the loss is a straight line")
            .above(0)
            .orElse(1.0);

    @Override
    public String type() {
        return "huber";
    }

    @Override
    public String summary() {
        return "Half the squared difference up to delta, and a straight line of slope delta beyond.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(DELTA, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return HuberLoss.of(config.get(DELTA)).withReduction(config.get(Reductions.REDUCTION));
    }
}
