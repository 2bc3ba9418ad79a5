package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link MixtureDensityLoss} available as {@code mixtureDensity}. */
public final class MixtureDensityLossProvider implements LossProvider {
    static final Option<Integer> COMPONENTS = Option.integer("components", "normal distributions that are mixed")
            .atLeast(1)
            .orElse(5);

    @Override
    public String type() {
        return "mixtureDensity";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the density of a vector, for outputs that say a mixture of normal distributions.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(COMPONENTS, Densities.LEAST_DEVIATION, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return MixtureDensityLoss.of(config.get(COMPONENTS))
                .withLeastDeviation(config.get(Densities.LEAST_DEVIATION))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
