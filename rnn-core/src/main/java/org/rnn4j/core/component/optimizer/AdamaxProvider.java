package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Adamax} available as {@code adamax}. */
public final class AdamaxProvider implements OptimizerProvider {
    @Override
    public String type() {
        return "adamax";
    }

    @Override
    public String summary() {
        return "Adam with the largest gradient, slowly forgotten, in place of the mean of squares.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(0.002), Moments.BETA1, Moments.BETA2, Moments.EPSILON, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return Adamax.of(Moments.of(config)).withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
