package org.rnn4j.core.component.optimizer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.LearningRate;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.OptimizerProvider;
import org.rnn4j.api.Option;

/** Makes {@link Sgd} available as {@code sgd}. */
public final class SgdProvider implements OptimizerProvider {
    static final Option<Double> MOMENTUM = Option.number("momentum", "μ: how much the velocity keeps of itself")
            .atLeast(0)
            .below(1)
            .orElse(0.0);
    static final Option<Double> DAMPENING = Option.number(
                    "dampening", "τ: how much of the gradient does not enter the velocity")
            .atLeast(0)
            .atMost(1)
            .orElse(0.0);

    private static final Option<Boolean> NESTEROV =
            Option.bool("nesterov", "looks ahead along the velocity").orElse(false);

    @Override
    public String type() {
        return "sgd";
    }

    @Override
    public String summary() {
        return "Stochastic gradient descent, with momentum if wanted.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LearningRate.option(0.01), MOMENTUM, DAMPENING, NESTEROV, Terms.WEIGHT_DECAY);
    }

    @Override
    public Optimizer create(Config config) {
        return Sgd.of()
                .withMomentum(config.get(MOMENTUM))
                .withDampening(config.get(DAMPENING))
                .withNesterov(nesterov(config))
                .withWeightDecay(config.get(Terms.WEIGHT_DECAY));
    }

    private static boolean nesterov(Config config) {
        boolean nesterov = config.get(NESTEROV);
        if (nesterov && (config.get(MOMENTUM) == 0 || config.get(DAMPENING) != 0)) {
            throw config.error(NESTEROV, "needs momentum and no dampening", "set momentum, and leave out dampening");
        }
        return nesterov;
    }
}
