package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link NAdam} available as {@code nadam}. */
public final class NAdamProvider implements OptimizerProvider {
    static final Option<Double> MOMENTUM_DECAY = Option.number("momentumDecay", "ψ: how fast the momentum grows")
            .atLeast(0)
            .orElse(0.004);

    @Override
    public String type() {
        return "nadam";
    }

    @Override
    public String summary() {
        return "Adam with Nesterov's momentum, which grows in time.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                LearningRate.option(0.002),
                Moments.BETA1,
                Moments.BETA2,
                Moments.EPSILON,
                MOMENTUM_DECAY,
                Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return NAdam.of(Moments.of(config))
                .withMomentumDecay(config.get(MOMENTUM_DECAY))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
