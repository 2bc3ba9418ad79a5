package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Rprop} available as {@code rprop}. */
public final class RpropProvider implements OptimizerProvider {
    static final Option<Double> ETA_MINUS = Option.number("etaMinus", "factor of the step after a change of sign")
            .above(0)
            .below(1)
            .orElse(0.5);
    static final Option<Double> ETA_PLUS = Option.number("etaPlus", "factor of the step where the sign stays")
            .above(1)
            .orElse(1.2);
    static final Option<Double> SMALLEST_STEP =
            Option.number("smallestStep", "steps are no smaller").above(0).orElse(1e-6);
    static final Option<Double> LARGEST_STEP =
            Option.number("largestStep", "steps are no larger").above(0).orElse(50.0);

    @Override
    public String type() {
        return "rprop";
    }

    @Override
    public String summary() {
        return "Steps of a size of their own for each element, which follow the gradient's sign.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(0.01), ETA_MINUS, ETA_PLUS, SMALLEST_STEP, LARGEST_STEP);
    }

    @Override
    public Optimizer create(Config config) {
        return Rprop.of()
                .withEtas(config.get(ETA_MINUS), config.get(ETA_PLUS))
                .withSteps(config.get(SMALLEST_STEP), config.get(LARGEST_STEP));
    }
}
