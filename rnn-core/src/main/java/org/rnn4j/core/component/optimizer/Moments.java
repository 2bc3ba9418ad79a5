package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.maximum;
import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * The moving averages of Adam and its relatives.
 *
 * @param beta1 how much the mean of gradients m keeps
 * @param beta2 how much the mean of squares v keeps
 * @param epsilon is added to the divisor
 */
record Moments(double beta1, double beta2, double epsilon) {
    static final Option<Double> BETA1 = Option.number("beta1", "β1: how much the mean of gradients keeps of itself")
            .atLeast(0)
            .below(1)
            .orElse(0.9);
    static final Option<Double> BETA2 = Option.number("beta2", "β2: how much the mean of squares keeps of itself")
            .atLeast(0)
            .below(1)
            .orElse(0.999);
    static final Option<Double> EPSILON =
            Option.number("epsilon", "ε, is added to the divisor").above(0).orElse(1e-8);

    static final Moments USUAL = new Moments(0.9, 0.999, 1e-8);

    Moments {
        BETA1.checked(beta1);
        BETA2.checked(beta2);
        EPSILON.checked(epsilon);
    }

    static Moments of(Config config) {
        return new Moments(config.get(BETA1), config.get(BETA2), config.get(EPSILON));
    }

    Moments withBetas(double newBeta1, double newBeta2) {
        return new Moments(newBeta1, newBeta2, epsilon);
    }

    Moments withEpsilon(double newEpsilon) {
        return new Moments(beta1, beta2, newEpsilon);
    }

    /** m' = β1 m + (1 - β1) g, kept as state m. */
    Node first(Update u, Node g) {
        Node m = Terms.average(u.state("m"), beta1, g);
        u.next("m", m);
        return m;
    }

    /** v' = β2 v + (1 - β2) g², kept as state v. */
    Node second(Update u, Node g) {
        Node v = Terms.average(u.state("v"), beta2, square(g));
        u.next("v", v);
        return v;
    }

    /** What Adam subtracts from the parameter; its equations are those of {@link Adam}. */
    Node adamStep(Update u, Node g, boolean amsgrad) {
        Node t = u.stepNumber();
        Node m = first(u, g);
        Node v = second(u, g);
        if (amsgrad) {
            v = maximum(u.state("vMax"), v);
            u.next("vMax", v);
        }
        Node root = sqrt(Terms.correction(beta2, t));
        Node rate = u.learningRate().times(root).divide(Terms.correction(beta1, t));
        return m.times(rate).divide(sqrt(v).plus(root.times(epsilon)));
    }
}
