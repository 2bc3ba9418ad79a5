package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link QuantileLoss} available as {@code quantile}. */
public final class QuantileLossProvider implements LossProvider {
    static final Option<List<Double>> QUANTILES = Option.numbers("quantiles", "the probabilities, rising")
            .above(0)
            .below(1)
            .orElse(List.of(0.1, 0.5, 0.9));

    @Override
    public String type() {
        return "quantile";
    }

    @Override
    public String summary() {
        return "The pinball loss of numbers, for outputs that say what they stay below with given probabilities.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(QUANTILES, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return QuantileLoss.of(config.get(QUANTILES)).withReduction(config.get(Reductions.REDUCTION));
    }
}
