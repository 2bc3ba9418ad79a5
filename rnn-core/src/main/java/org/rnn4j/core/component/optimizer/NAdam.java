package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.sqrt;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Adam with Nesterov's momentum, which grows in time.
 *
 * <p>One update t, with momentum decay ψ and weight decay λ:
 * <pre>
 * g   = gradient + λ p
 * μ_t = β1 (1 - 0.96^(t ψ) / 2)
 * π'  = π μ_t
 * m'  = β1 m + (1 - β1) g
 * v'  = β2 v + (1 - β2) g²
 * n   = (1 - μ_t) / (1 - π') g + μ_{t+1} / (1 - π' μ_{t+1}) m'
 * p'  = p - η n / (√(v' / (1 - β2ᵗ)) + ε)
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code NAdam}, and with r = √(1 - β2ᵗ) drawn out of the fraction as in {@link Adam}.
 *
 * <p>Shapes: p, g, m, v, n [length of the parameter]; π one number.
 *
 * <p>Parameters: states m, v 0, π 1. Usual learning rate 0.002; β1 0.9; β2 0.999; ε 1e-8; ψ 0.004.
 *
 * <p>Edge cases: an element without any gradient yet does not move.
 *
 * <p>Source: Dozat 2016, Incorporating Nesterov momentum into Adam, algorithm 2 and section 2.
 */
public final class NAdam implements Optimizer {
    private final Moments moments;
    private final double momentumDecay;
    private final double weightDecay;

    private NAdam(Moments moments, double momentumDecay, double weightDecay) {
        this.moments = moments;
        this.momentumDecay = NAdamProvider.MOMENTUM_DECAY.checked(momentumDecay);
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** With β1 0.9, β2 0.999, ε 1e-8 and ψ 0.004. */
    public static NAdam of() {
        return of(Moments.USUAL);
    }

    static NAdam of(Moments moments) {
        return new NAdam(moments, 0.004, 0);
    }

    /** The same with other β1 and β2. */
    public NAdam withBetas(double beta1, double beta2) {
        return new NAdam(moments.withBetas(beta1, beta2), momentumDecay, weightDecay);
    }

    /** The same with another ε. */
    public NAdam withEpsilon(double epsilon) {
        return new NAdam(moments.withEpsilon(epsilon), momentumDecay, weightDecay);
    }

    /** The same with another ψ. */
    public NAdam withMomentumDecay(double psi) {
        return new NAdam(moments, psi, weightDecay);
    }

    /** The same with weight decay λ. */
    public NAdam withWeightDecay(double lambda) {
        return new NAdam(moments, momentumDecay, lambda);
    }

    @Override
    public void update(Update u) {
        Node t = u.stepNumber();
        Node g = Terms.decayedGradient(u, weightDecay);
        Node mu = momentum(t);
        Node muNext = momentum(t.plus(1));
        Node product = u.scalarState("pi", 1).times(mu);
        u.next("pi", product);
        Node m = moments.first(u, g);
        Node v = moments.second(u, g);

        Node root = sqrt(Terms.correction(moments.beta2(), t));
        Node rate = u.learningRate().times(root);
        Node ofGradient = rate.times(constant(1).minus(mu)).divide(constant(1).minus(product));
        Node ofMean = rate.times(muNext).divide(constant(1).minus(product.times(muNext)));
        Node n = g.times(ofGradient).plus(m.times(ofMean));
        u.nextParameter(u.parameter().minus(n.divide(sqrt(v).plus(root.times(moments.epsilon())))));
    }

    /** μ_t. */
    private Node momentum(Node t) {
        return constant(1)
                .minus(Terms.power(Math.pow(0.96, momentumDecay), t).times(0.5))
                .times(moments.beta1());
    }
}
