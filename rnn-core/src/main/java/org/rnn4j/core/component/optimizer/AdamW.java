package org.rnn4j.core.component.optimizer;

import static org.rnn4j.api.expr.Operations.constant;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;

/**
 * Adam with weight decay apart from the gradient.
 *
 * <p>One update t, with weight decay λ:
 * <pre>
 * m' = β1 m + (1 - β1) g
 * v' = β2 v + (1 - β2) g²
 * p' = (1 - η λ) p - η / (1 - β1ᵗ) m' / (√(v' / (1 - β2ᵗ)) + ε)
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code AdamW}. All else, AMSGrad too, is as in {@link Adam}.
 *
 * <p>Shapes: p, g, m, v [length of the parameter].
 *
 * <p>Parameters: states m, v, and for AMSGrad vMax, 0. Usual learning rate 0.001; β1 0.9; β2 0.999; ε 1e-8; λ 0.01.
 *
 * <p>Edge cases: an element without gradient still decays.
 *
 * <p>Source: Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2, with λ multiplied by η.
 */
public final class AdamW implements Optimizer {
    private final Moments moments;
    private final double weightDecay;
    private final boolean amsgrad;

    private AdamW(Moments moments, double weightDecay, boolean amsgrad) {
        this.moments = moments;
        this.weightDecay = AdamWProvider.WEIGHT_DECAY.checked(weightDecay);
        this.amsgrad = amsgrad;
    }

    /** With β1 0.9, β2 0.999, ε 1e-8 and λ 0.01. */
    public static AdamW of() {
        return of(Moments.USUAL);
    }

    static AdamW of(Moments moments) {
        return new AdamW(moments, 0.01, false);
    }

    /** The same with other β1 and β2. */
    public AdamW withBetas(double beta1, double beta2) {
        return new AdamW(moments.withBetas(beta1, beta2), weightDecay, amsgrad);
    }

    /** The same with another ε. */
    public AdamW withEpsilon(double epsilon) {
        return new AdamW(moments.withEpsilon(epsilon), weightDecay, amsgrad);
    }

    /** The same with another λ. */
    public AdamW withWeightDecay(double lambda) {
        return new AdamW(moments, lambda, amsgrad);
    }

    /** The same with or without the largest v' in place of the last. */
    public AdamW withAmsgrad(boolean newAmsgrad) {
        return new AdamW(moments, weightDecay, newAmsgrad);
    }

    @Override
    public void update(Update u) {
        Node decayed = u.parameter().times(constant(1).minus(u.learningRate().times(weightDecay)));
        u.nextParameter(decayed.minus(moments.adamStep(u, u.gradient(), amsgrad)));
    }
}
