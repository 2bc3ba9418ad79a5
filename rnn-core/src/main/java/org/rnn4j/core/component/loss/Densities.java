package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.log;
import static org.rnn4j.api.expr.Operations.softplus;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Node;

/** What losses of normal distributions share: σ = least + softplus(s), and the density. */
final class Densities {
    static final Option<Double> LEAST_DEVIATION = Option.number(
                    "leastDeviation", "standard deviation that none falls below")
            .above(0)
            .orElse(1e-3);

    private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

    private Densities() {}

    static Node deviation(Node s, double least) {
        return softplus(s).plus(constant(least));
    }

    static double deviation(double s, double least) {
        return least + Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
    }

    /** -log N(y; μ, σ), element by element. */
    static Node negativeLog(Node y, Node mean, Node deviation) {
        Node z = y.minus(mean).divide(deviation);
        return square(z).times(0.5).plus(log(deviation)).plus(HALF_LOG_2_PI);
    }
}
