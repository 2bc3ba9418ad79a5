package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link RmsProp} available as {@code rmsprop}. */
public final class RmsPropProvider implements OptimizerProvider {
    static final Option<Double> ALPHA = Option.number("alpha", "α: how much the mean of squares keeps of itself")
            .atLeast(0)
            .below(1)
            .orElse(0.99);
    static final Option<Double> MOMENTUM = Option.number("momentum", "μ: how much the velocity keeps of itself")
            .atLeast(0)
            .below(1)
            .orElse(0.0);

    private static final Option<Boolean> CENTERED = Option.bool(
                    "centered", "divides by the standard deviation, not by the root of the mean square")
            .orElse(false);

    @Override
    public String type() {
        return "rmsprop";
    }

    @Override
    public String summary() {
        return "Divides each element's step by the root of the moving mean of its squared gradients.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(0.01), ALPHA, Moments.EPSILON, CENTERED, MOMENTUM, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return RmsProp.of()
                .withAlpha(config.get(ALPHA))
                .withEpsilon(config.get(Moments.EPSILON))
                .withCentered(config.get(CENTERED))
                .withMomentum(config.get(MOMENTUM))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
