package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.sqrt;
import static org.rnn4j.api.expr.Operations.square;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Divides each element's step by the root of all its squared gradients so far.
 *
 * <p>One update t, with weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * s' = s + g²
 * p' = p - η / (1 + (t - 1) learningRateDecay) g / (√s' + ε)
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code Adagrad}.
 *
 * <p>Shapes: p, g, s [length of the parameter].
 *
 * <p>Parameters: state s initialAccumulator, usually 0. Usual learning rate 0.01; ε 1e-10.
 *
 * <p>Edge cases: an element without any gradient yet does not move.
 *
 * <p>Source: Duchi et al. 2011, JMLR 12:2121, fig. 1.
 */
public final class Adagrad implements Optimizer {
    private final double learningRateDecay;
    private final double initialAccumulator;
    private final double epsilon;
    private final double weightDecay;

    private Adagrad(double learningRateDecay, double initialAccumulator, double epsilon, double weightDecay) {
        this.learningRateDecay = AdagradProvider.LEARNING_RATE_DECAY.checked(learningRateDecay);
        this.initialAccumulator = AdagradProvider.INITIAL_ACCUMULATOR.checked(initialAccumulator);
        this.epsilon = AdagradProvider.EPSILON.checked(epsilon);
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
    }

    /** Without decay, from 0, ε being 1e-10. */
    public static Adagrad of() {
        return new Adagrad(0, 0, 1e-10, 0);
    }

    /** The same with a learning rate that falls by itself. */
    public Adagrad withLearningRateDecay(double decay) {
        return new Adagrad(decay, initialAccumulator, epsilon, weightDecay);
    }

    /** The same with another first s. */
    public Adagrad withInitialAccumulator(double value) {
        return new Adagrad(learningRateDecay, value, epsilon, weightDecay);
    }

    /** The same with another ε. */
    public Adagrad withEpsilon(double newEpsilon) {
        return new Adagrad(learningRateDecay, initialAccumulator, newEpsilon, weightDecay);
    }

    /** The same with weight decay λ. */
    public Adagrad withWeightDecay(double lambda) {
        return new Adagrad(learningRateDecay, initialAccumulator, epsilon, lambda);
    }

    @Override
    public void update(Update u) {
        Node g = Terms.decayedGradient(u, weightDecay);
        Node s = u.state("s", initialAccumulator).plus(square(g));
        u.next("s", s);
        Node rate = u.learningRate()
                .divide(u.stepNumber().minus(1).times(learningRateDecay).plus(1));
        u.nextParameter(u.parameter().minus(rate.times(g).divide(sqrt(s).plus(epsilon))));
    }
}
