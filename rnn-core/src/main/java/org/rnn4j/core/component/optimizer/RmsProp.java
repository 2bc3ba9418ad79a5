package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.relu;
import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Divides each element's step by the root of the moving mean of its squared gradients.
 *
 * <p>One update, with momentum μ and weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * s' = α s + (1 - α) g²
 * d  = g / (√s' + ε)
 * b' = μ b + d
 * p' = p - η b'
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code RMSprop}: ε stands outside the root. Centered: m' = α m + (1 - α) g, and
 * d = g / (√(s' - m'²) + ε). Without momentum b' = d.
 *
 * <p>Shapes: p, g, s, m, b [length of the parameter].
 *
 * <p>Parameters: states s, m, b 0; m when centered only, b with momentum only. Usual learning rate 0.01; α 0.99; ε 1e-8.
 *
 * <p>Edge cases: where rounding makes s' - m'² negative, 0 stands for it.
 *
 * <p>Source: Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6.5; centered, with momentum: Graves
 * 2013, arXiv:1308.0850, eq. 38 to 41.
 */
public final class RmsProp implements Optimizer {
    private final double alpha;
    private final double epsilon;
    private final boolean centered;
    private final double momentum;
    private final double weightDecay;

    private RmsProp(double alpha, double epsilon, boolean centered, double momentum, double weightDecay) {
        this.alpha = RmsPropProvider.ALPHA.checked(alpha);
        this.epsilon = Moments.EPSILON.checked(epsilon);
        this.centered = centered;
        this.momentum = RmsPropProvider.MOMENTUM.checked(momentum);
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** Neither centered nor with momentum; α is 0.99 and ε 1e-8. */
    public static RmsProp of() {
        return new RmsProp(0.99, 1e-8, false, 0, 0);
    }

    /** The same with another α. */
    public RmsProp withAlpha(double newAlpha) {
        return new RmsProp(newAlpha, epsilon, centered, momentum, weightDecay);
    }

    /** The same with another ε. */
    public RmsProp withEpsilon(double newEpsilon) {
        return new RmsProp(alpha, newEpsilon, centered, momentum, weightDecay);
    }

    /** The same, centered or not. */
    public RmsProp withCentered(boolean newCentered) {
        return new RmsProp(alpha, epsilon, newCentered, momentum, weightDecay);
    }

    /** The same with momentum μ. */
    public RmsProp withMomentum(double mu) {
        return new RmsProp(alpha, epsilon, centered, mu, weightDecay);
    }

    /** The same with weight decay λ. */
    public RmsProp withWeightDecay(double lambda) {
        return new RmsProp(alpha, epsilon, centered, momentum, lambda);
    }

    @Override
    public void update(Update u) {
        Node g = Terms.decayedGradient(u, weightDecay);
        Node s = Terms.average(u.state("s"), alpha, square(g));
        u.next("s", s);
        Node d = g.divide(sqrt(centered ? variance(u, g, s) : s).plus(epsilon));
        u.nextParameter(u.parameter().minus(u.learningRate().times(momentum == 0 ? d : velocity(u, d))));
    }

    private Node variance(Update u, Node g, Node s) {
        Node m = Terms.average(u.state("m"), alpha, g);
        u.next("m", m);
        return relu(s.minus(square(m)));
    }

    private Node velocity(Update u, Node d) {
        Node b = u.state("b").times(momentum).plus(d);
        u.next("b", b);
        return b;
    }
}
