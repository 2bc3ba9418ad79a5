package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.exp;

import org.rnn4j.api.Option;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/** Terms and options that several optimizers share. */
final class Terms {
    static final Option<Double> WEIGHT_DECAY = Option.number("weightDecay", "λ: g + λ p stands for the gradient g")
            .atLeast(0)
            .orElse(0.0);

    private Terms() {}

    /** g + λ p. */
    static Node decayedGradient(Update u, double weightDecay) {
        return weightDecay == 0 ? u.gradient() : u.gradient().plus(u.parameter().times(weightDecay));
    }

    /** decay s + (1 - decay) value: the moving average of a state s. */
    static Node average(Node state, double decay, Node value) {
        return state.times(decay).plus(value.times(1 - decay));
    }

    /** 1 - decayᵗ. */
    static Node correction(double decay, Node t) {
        return constant(1).minus(power(decay, t));
    }

    /** baseᵗ, for t ≥ 1. */
    static Node power(double base, Node t) {
        return base == 0 ? constant(0) : exp(t.times(Math.log(base)));
    }
}
