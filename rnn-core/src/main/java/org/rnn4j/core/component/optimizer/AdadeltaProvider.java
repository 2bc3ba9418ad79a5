package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Adadelta} available as {@code adadelta}. */
public final class AdadeltaProvider implements OptimizerProvider {
    static final Option<Double> RHO = Option.number("rho", "ρ: how much both means keep of themselves")
            .atLeast(0)
            .below(1)
            .orElse(0.9);
    static final Option<Double> EPSILON =
            Option.number("epsilon", "ε, is added below both roots").above(0).orElse(1e-6);

    @Override
    public String type() {
        return "adadelta";
    }

    @Override
    public String summary() {
        return "Scales each element's step by the steps it has made.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(1.0), RHO, EPSILON, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return Adadelta.of()
                .withRho(config.get(RHO))
                .withEpsilon(config.get(EPSILON))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }
}
