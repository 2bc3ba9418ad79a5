package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link AdamW} available as {@code adamW}. */
public final class AdamWProvider implements OptimizerProvider {
    static final Option<Double> WEIGHT_DECAY = Option.number(
                    "weightDecay", "λ: each update shrinks the parameter by η λ")
            .atLeast(0)
            .orElse(0.01);

    @Override
    public String type() {
        return "adamW";
    }

    @Override
    public String summary() {
        return "Adam with weight decay apart from the gradient.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                LearningRate.option(0.001),
                Moments.BETA1,
                Moments.BETA2,
                Moments.EPSILON,
                WEIGHT_DECAY,
                AdamProvider.AMSGRAD);
    }

    @Override
    public Optimizer create(Config config) {
        return AdamW.of(Moments.of(config))
                .withAmsgrad(config.get(AdamProvider.AMSGRAD))
                .withWeightDecay(config.get(WEIGHT_DECAY));
    }
}
