package org.rnn4j.core.plan;

import static org.rnn4j.api.expr.Operations.abs;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.expr.Node;

/** Functions that the kernels lack, written in those that they have, for float32. */
final class Expansions {
    private static final double[] ERF = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};

    private Expansions() {}

    /**
     * The error function, absolute error below 2e-7.
     *
     * <p>Source: Abramowitz and Stegun 1964, 7.1.26.
     */
    static Node erf(Node a) {
        Node t = constant(1).divide(abs(a).times(0.3275911).plus(1));
        Node polynomial = t.times(ERF[4]);
        for (int k = 3; k >= 0; k--) polynomial = polynomial.plus(ERF[k]).times(t);
        Node y = constant(1).minus(polynomial.times(exp(square(a).negate())));
        return select(a, y, y.negate());
    }
}
