package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Adam} available as {@code adam}. */
public final class AdamProvider implements OptimizerProvider {
    static final Option<Boolean> AMSGRAD = Option.bool("amsgrad", "divides by the largest mean of squares so far")
            .orElse(false);

    @Override
    public String type() {
        return "adam";
    }

    @Override
    public String summary() {
        return "Moving means of gradients and of their squares, corrected for beginning at 0.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                LearningRate.option(0.001), Moments.BETA1, Moments.BETA2, Moments.EPSILON, Terms.WEIGHT_DECAY, AMSGRAD);
    }

    @Override
    public Optimizer create(Config config) {
        return Adam.of(Moments.of(config))
                .withAmsgrad(config.get(AMSGRAD))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
