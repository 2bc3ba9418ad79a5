package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Scales each element's step by the steps it has made, so that units fit without a learning rate.
 *
 * <p>One update, with weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * s' = ρ s + (1 - ρ) g²
 * d  = √(e + ε) / √(s' + ε) g
 * e' = ρ e + (1 - ρ) d²
 * p' = p - η d
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code Adadelta}: ε stands inside the roots.
 *
 * <p>Shapes: p, g, s, e, d [length of the parameter].
 *
 * <p>Parameters: states s, e 0. Usual learning rate 1; ρ 0.9; ε 1e-6.
 *
 * <p>Edge cases: the first steps are as small as √ε.
 *
 * <p>Source: Zeiler 2012, arXiv:1212.5701, algorithm 1.
 */
public final class Adadelta implements Optimizer {
    private final double rho;
    private final double epsilon;
    private final double weightDecay;

    private Adadelta(double rho, double epsilon, double weightDecay) {
        this.rho = AdadeltaProvider.RHO.checked(rho);
        this.epsilon = AdadeltaProvider.EPSILON.checked(epsilon);
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** With ρ 0.9 and ε 1e-6. */
    public static Adadelta of() {
        return new Adadelta(0.9, 1e-6, 0);
    }

    /** The same with another ρ. */
    public Adadelta withRho(double newRho) {
        return new Adadelta(newRho, epsilon, weightDecay);
    }

    /** The same with another ε. */
    public Adadelta withEpsilon(double newEpsilon) {
        return new Adadelta(rho, newEpsilon, weightDecay);
    }

    /** The same with weight decay λ. */
    public Adadelta withWeightDecay(double lambda) {
        return new Adadelta(rho, epsilon, lambda);
    }

    @Override
    public void update(Update u) {
        Node g = Terms.decayedGradient(u, weightDecay);
        Node s = Terms.average(u.state("s"), rho, square(g));
        Node e = u.state("e");
        Node d = sqrt(e.plus(epsilon)).divide(sqrt(s.plus(epsilon))).times(g);
        u.next("s", s);
        u.next("e", Terms.average(e, rho, square(d)));
        u.nextParameter(u.parameter().minus(u.learningRate().times(d)));
    }
}
