package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.select;

import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Stochastic gradient descent, with momentum if wanted.
 *
 * <p>One update, with momentum μ, dampening τ and weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * v' = g                       at the first update
 * v' = μ v + (1 - τ) g         from then on
 * p' = p - η v'                or, Nesterov:  p' = p - η (g + μ v')
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code SGD}: the first update is not dampened. Without momentum p' = p - η g.
 *
 * <p>Shapes: p, g, v [length of the parameter].
 *
 * <p>Parameters: state v 0, with momentum only. Usual learning rate 0.01.
 *
 * <p>Edge cases: Nesterov needs momentum and no dampening.
 *
 * <p>Source: Polyak 1964, doi:10.1016/0041-5553(64)90137-5; Nesterov's form: Sutskever et al. 2013, PMLR 28:1139.
 */
public final class Sgd implements Optimizer {
    private final double momentum;
    private final double dampening;
    private final boolean nesterov;
    private final double weightDecay;

    private Sgd(double momentum, double dampening, boolean nesterov, double weightDecay) {
        this.momentum = SgdProvider.MOMENTUM.checked(momentum);
        this.dampening = SgdProvider.DAMPENING.checked(dampening);
        this.nesterov = nesterov;
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** Without momentum and weight decay. */
    public static Sgd of() {
        return new Sgd(0, 0, false, 0);
    }

    /** The same with momentum μ. */
    public Sgd withMomentum(double mu) {
        return new Sgd(mu, dampening, nesterov, weightDecay);
    }

    /** The same with dampening τ. */
    public Sgd withDampening(double tau) {
        return new Sgd(momentum, tau, nesterov, weightDecay);
    }

    /** The same with Nesterov's or with plain momentum. */
    public Sgd withNesterov(boolean newNesterov) {
        return new Sgd(momentum, dampening, newNesterov, weightDecay);
    }

    /** The same with weight decay λ. */
    public Sgd withWeightDecay(double lambda) {
        return new Sgd(momentum, dampening, nesterov, lambda);
    }

    @Override
    public void update(Update u) {
        if (nesterov && (momentum == 0 || dampening != 0)) throw nesterovProblem();
        Node g = Terms.decayedGradient(u, weightDecay);
        Node step = momentum == 0 ? g : velocity(u, g);
        if (nesterov) step = g.plus(step.times(momentum));
        u.nextParameter(u.parameter().minus(u.learningRate().times(step)));
    }

    /** At first v is 0, so that only the factor of g is special. */
    private Node velocity(Update u, Node g) {
        Node later = u.stepNumber().minus(1);
        Node factor = dampening == 0 ? constant(1) : select(later, constant(1 - dampening), constant(1));
        Node v = u.state("v").times(momentum).plus(g.times(factor));
        u.next("v", v);
        return v;
    }

    private ConfigException nesterovProblem() {
        return new ConfigException(ErrorMessage.of("Nesterov needs momentum and no dampening")
                .fact("momentum", momentum)
                .fact("dampening", dampening)
                .fix("set momentum above 0 and leave out dampening, or leave out nesterov")
                .toString());
    }
}
