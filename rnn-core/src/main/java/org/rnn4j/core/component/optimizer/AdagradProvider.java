package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Adagrad} available as {@code adagrad}. */
public final class AdagradProvider implements OptimizerProvider {
    static final Option<Double> LEARNING_RATE_DECAY = Option.number(
                    "learningRateDecay", "the learning rate is divided by 1 + (t - 1) times this")
            .atLeast(0)
            .orElse(0.0);
    static final Option<Double> INITIAL_ACCUMULATOR = Option.number(
                    "initialAccumulator", "the sum of squares begins with it")
            .atLeast(0)
            .orElse(0.0);
    static final Option<Double> EPSILON =
            Option.number("epsilon", "ε, is added to the divisor").above(0).orElse(1e-10);

    @Override
    public String type() {
        return "adagrad";
    }

    @Override
    public String summary() {
        return "Divides each element's step by the root of all its squared gradients so far.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(
                LearningRate.option(0.01), LEARNING_RATE_DECAY, INITIAL_ACCUMULATOR, EPSILON, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return Adagrad.of()
                .withLearningRateDecay(config.get(LEARNING_RATE_DECAY))
                .withInitialAccumulator(config.get(INITIAL_ACCUMULATOR))
                .withEpsilon(config.get(EPSILON))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
