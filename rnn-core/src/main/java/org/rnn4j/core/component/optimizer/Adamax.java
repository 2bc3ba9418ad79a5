package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.abs;
import static org.rnn4j.api.expr.Operations.maximum;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Adam with the largest gradient, slowly forgotten, in place of the mean of squares.
 *
 * <p>One update t, with weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * m' = β1 m + (1 - β1) g
 * s' = max(β2 s, |g| + ε)
 * p' = p - η / (1 - β1ᵗ) m' / s'
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code Adamax}: ε is added to |g|.
 *
 * <p>Shapes: p, g, m, s [length of the parameter].
 *
 * <p>Parameters: states m, s 0. Usual learning rate 0.002; β1 0.9; β2 0.999; ε 1e-8.
 *
 * <p>Edge cases: an element without any gradient yet does not move.
 *
 * <p>Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 2.
 */
public final class Adamax implements Optimizer {
    private final Moments moments;
    private final double weightDecay;

    private Adamax(Moments moments, double weightDecay) {
        this.moments = moments;
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** With β1 0.9, β2 0.999 and ε 1e-8. */
    public static Adamax of() {
        return of(Moments.USUAL);
    }

    static Adamax of(Moments moments) {
        return new Adamax(moments, 0);
    }

    /** The same with other β1 and β2. */
    public Adamax withBetas(double beta1, double beta2) {
        return new Adamax(moments.withBetas(beta1, beta2), weightDecay);
    }

    /** The same with another ε. */
    public Adamax withEpsilon(double epsilon) {
        return new Adamax(moments.withEpsilon(epsilon), weightDecay);
    }

    /** The same with weight decay λ. */
    public Adamax withWeightDecay(double lambda) {
        return new Adamax(moments, lambda);
    }

    @Override
    public void update(Update u) {
        Node g = Terms.decayedGradient(u, weightDecay);
        Node m = moments.first(u, g);
        Node s = maximum(u.state("s").times(moments.beta2()), abs(g).plus(moments.epsilon()));
        u.next("s", s);
        Node rate = u.learningRate().divide(Terms.correction(moments.beta1(), u.stepNumber()));
        u.nextParameter(u.parameter().minus(m.times(rate).divide(s)));
    }
}
