package org.rnn4j.api.expr;

import static org.rnn4j.api.expr.Operations.abs;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.erf;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.minimum;
import static org.rnn4j.api.expr.Operations.relu;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.softplus;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.function.UnaryOperator;

/** The element-wise functions that an {@code activation} option can name. */
public enum Activation {
    /** a. */
    LINEAR("linear", a -> a),
    /** 1 / (1 + e^-a). */
    SIGMOID("sigmoid", Operations::sigmoid),
    /** Hyperbolic tangent. */
    TANH("tanh", Operations::tanh),
    /** max(a, 0). */
    RELU("relu", Operations::relu),
    /** max(a, 0) + 0.01 min(a, 0). */
    LEAKY_RELU("leakyRelu", a -> select(a, a, a.times(0.01))),
    /** a for a > 0, else e^a - 1. */
    ELU("elu", a -> select(a, a, exp(select(a, constant(0), a)).minus(1))),
    /** log(1 + e^a). */
    SOFTPLUS("softplus", Operations::softplus),
    /** a / (1 + |a|). */
    SOFTSIGN("softsign", a -> a.divide(abs(a).plus(1))),
    /** min(max(a / 6 + 1/2, 0), 1). */
    HARD_SIGMOID("hardSigmoid", a -> minimum(relu(a.plus(3)), constant(6)).divide(6)),
    /** min(max(a, -1), 1). */
    HARD_TANH("hardTanh", a -> minimum(maximum(a, constant(-1)), constant(1))),
    /** a σ(a). */
    SILU("silu", a -> a.times(sigmoid(a))),
    /** a Φ(a), Φ being the normal distribution function. */
    GELU("gelu", a -> a.times(erf(a.times(Math.sqrt(0.5))).plus(1)).times(0.5)),
    /** log σ(a). */
    LOG_SIGMOID("logSigmoid", a -> softplus(a.negate()).negate()),
    /** a - tanh a. */
    TANHSHRINK("tanhshrink", a -> a.minus(tanh(a)));

    private final String word;
    private final UnaryOperator<Node> function;

    Activation(String word, UnaryOperator<Node> function) {
        this.word = word;
        this.function = function;
    }

    /** The activation's value at {@code a}; the same size. */
    public Node of(Node a) {
        return function.apply(a);
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return word;
    }
}
