package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.relu;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sqrt;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Adam that uses the mean of squares only once it has seen enough of them.
 *
 * <p>One update t, with weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * m' = β1 m + (1 - β1) g
 * v' = β2 v + (1 - β2) g²
 * R  = 2 / (1 - β2) - 1
 * ρ  = R - 2 t β2ᵗ / (1 - β2ᵗ)
 * a  = √((ρ - 4) (ρ - 2) R / ((R - 4) (R - 2) ρ)) √(1 - β2ᵗ) / (√v' + ε)    where ρ > 5
 * a  = 1                                                                    elsewhere
 * p' = p - η / (1 - β1ᵗ) m' a
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code RAdam}: ε is added before the correction of v', and the bound is 5.
 *
 * <p>Shapes: p, g, m, v, a [length of the parameter]; ρ one number.
 *
 * <p>Parameters: states m, v 0. Usual learning rate 0.001; β1 0.9; β2 0.999; ε 1e-8.
 *
 * <p>Edge cases: the first updates (five, with the usual β2) are momentum only, so that a step can be large.
 *
 * <p>Source: Liu et al. 2020, arXiv:1908.03265, algorithm 2.
 */
public final class RAdam implements Optimizer {
    private final Moments moments;
    private final double weightDecay;

    private RAdam(Moments moments, double weightDecay) {
        this.moments = moments;
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** With β1 0.9, β2 0.999 and ε 1e-8. */
    public static RAdam of() {
        return of(Moments.USUAL);
    }

    static RAdam of(Moments moments) {
        return new RAdam(moments, 0);
    }

    /** The same with other β1 and β2. */
    public RAdam withBetas(double beta1, double beta2) {
        return new RAdam(moments.withBetas(beta1, beta2), weightDecay);
    }

    /** The same with another ε. */
    public RAdam withEpsilon(double epsilon) {
        return new RAdam(moments.withEpsilon(epsilon), weightDecay);
    }

    /** The same with weight decay λ. */
    public RAdam withWeightDecay(double lambda) {
        return new RAdam(moments, lambda);
    }

    @Override
    public void update(Update u) {
        Node t = u.stepNumber();
        Node g = Terms.decayedGradient(u, weightDecay);
        Node m = moments.first(u, g);
        Node v = moments.second(u, g);

        double most = 2 / (1 - moments.beta2()) - 1;
        Node power = Terms.power(moments.beta2(), t);
        Node correction = constant(1).minus(power);
        Node length = constant(most).minus(t.times(2).times(power).divide(correction));
        Node enough = length.minus(5);

        Node rate = u.learningRate().divide(Terms.correction(moments.beta1(), t));
        Node scale = select(enough, rectification(length, most).times(sqrt(correction)), constant(1));
        Node divisor = select(enough, sqrt(v).plus(moments.epsilon()), constant(1));
        u.nextParameter(u.parameter().minus(m.times(rate.times(scale)).divide(divisor)));
    }

    /** The first root of a; below 4, where nobody asks, 0 instead of no number. */
    private static Node rectification(Node length, double most) {
        Node above = relu(length.minus(4)).times(length.minus(2)).times(most);
        return sqrt(above.divide(length.times((most - 4) * (most - 2))));
    }
}
