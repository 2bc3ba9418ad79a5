package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link RAdam} available as {@code radam}. */
public final class RAdamProvider implements OptimizerProvider {
    @Override
    public String type() {
        return "radam";
    }

    @Override
    public String summary() {
        return "Adam that uses the mean of squares only once it has seen enough of them.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(0.001), Moments.BETA1, Moments.BETA2, Moments.EPSILON, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return RAdam.of(Moments.of(config)).withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
