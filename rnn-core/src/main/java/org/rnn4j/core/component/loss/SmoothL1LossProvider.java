package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link HuberLoss#smoothL1} available as {@code smoothL1}. */
public final class SmoothL1LossProvider implements LossProvider {
    static final Option<Double> BETA = Option.number("beta", "difference from which on the loss is a straight line")
            .above(0)
            .orElse(1.0);

    @Override
    public String type() {
        return "smoothL1";
    }

    @Override
    public String summary() {
        return "Half the squared difference over beta up to beta, and a straight line of slope 1 beyond.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(BETA, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return HuberLoss.smoothL1(config.get(BETA)).withReduction(config.get(Reductions.REDUCTION));
    }
}
