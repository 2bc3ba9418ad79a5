package org.rnn4j.core.component.optimizer;

import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;

/**
 * Moving means of gradients and of their squares, corrected for beginning at 0.
 *
 * <p>One update t, with weight decay λ:
 * <pre>
 * g  = gradient + λ p
 * m' = β1 m + (1 - β1) g
 * v' = β2 v + (1 - β2) g²
 * p' = p - η / (1 - β1ᵗ) m' / (√(v' / (1 - β2ᵗ)) + ε)
 * </pre>
 *
 * <p>Variant: as PyTorch's {@code Adam}: weight decay is part of the gradient (apart from it in {@link AdamW}). AMSGrad:
 * the largest v' so far stands in the last line. The fraction is computed as η r / (1 - β1ᵗ) m' / (√v' + r ε) with
 * r = √(1 - β2ᵗ): the same number, with one operation less for each element.
 *
 * <p>Shapes: p, g, m, v [length of the parameter].
 *
 * <p>Parameters: states m, v, and for AMSGrad vMax, 0. Usual learning rate 0.001; β1 0.9; β2 0.999; ε 1e-8.
 *
 * <p>Edge cases: an element without any gradient yet does not move.
 *
 * <p>Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1 and the end of section 2; AMSGrad: Reddi et al. 2018,
 * arXiv:1904.09237, algorithm 2, with Adam's correction.
 */
public final class Adam implements Optimizer {
    private final Moments moments;
    private final double weightDecay;
    private final boolean amsgrad;

    private Adam(Moments moments, double weightDecay, boolean amsgrad) {
        this.moments = moments;
        this.weightDecay = Terms.WEIGHT_DECAY.checked(weightDecay);
        this.amsgrad = amsgrad;
    }

    /** With β1 0.9, β2 0.999 and ε 1e-8. */
    public static Adam of() {
        return of(Moments.USUAL);
    }

    static Adam of(Moments moments) {
        return new Adam(moments, 0, false);
    }

    /** The same with other β1 and β2. */
    public Adam withBetas(double beta1, double beta2) {
        return new Adam(moments.withBetas(beta1, beta2), weightDecay, amsgrad);
    }

    /** The same with another ε. */
    public Adam withEpsilon(double epsilon) {
        return new Adam(moments.withEpsilon(epsilon), weightDecay, amsgrad);
    }

    /** The same with weight decay λ as part of the gradient. */
    public Adam withWeightDecay(double lambda) {
        return new Adam(moments, lambda, amsgrad);
    }

    /** The same with or without the largest v' in place of the last. */
    public Adam withAmsgrad(boolean newAmsgrad) {
        return new Adam(moments, weightDecay, newAmsgrad);
    }

    @Override
    public void update(Update u) {
        u.nextParameter(u.parameter().minus(moments.adamStep(u, Terms.decayedGradient(u, weightDecay), amsgrad)));
    }
}
