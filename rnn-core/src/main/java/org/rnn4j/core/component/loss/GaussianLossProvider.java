package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link GaussianLoss} available as {@code gaussian}. */
public final class GaussianLossProvider implements LossProvider {
    @Override
    public String type() {
        return "gaussian";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the density of numbers, for outputs that say mean and spread of each.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Densities.LEAST_DEVIATION, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return GaussianLoss.of()
                .withLeastDeviation(config.get(Densities.LEAST_DEVIATION))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
