package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Parameter.Role;
import org.rnn4j.api.expr.Parameter.Structure;

/**
 * A linear-chain conditional random field over the network's outputs: minus the logarithm of the probability of all classes
 * of a sequence together.
 *
 * <p>One example of T steps, A being the score of one class after another:
 * <pre>
 * score(y) = start(y_1) + Σ_t x_t(y_t) + Σ_t A(y_t-1, y_t) + end(y_T)
 * log Z    = log Σ e^score(y')                over all sequences y' of classes
 * loss     = log Z - score(y)
 * weight   = T
 * </pre>
 *
 * <p>Variant: the mean is one over steps, so that it can be compared with that of {@link SoftmaxCrossEntropyLoss}, which it is
 * where transitions, start and end are 0. The labels are those of the highest score (Viterbi).
 *
 * <p>Shapes: x (scores) [classes] at each of T steps; target a class index at each.
 *
 * <p>Parameters: transitions [classes, classes], from row to column, start [classes], end [classes]; at first 0.
 *
 * <p>Edge cases: steps that are masked are left out, and what stands before and after them is neighbours then. Scores of any
 * size do not overflow.
 *
 * <p>Source: Lafferty et al. 2001, ICML; over a recurrent network: Huang et al. 2015, arXiv:1508.01991; Viterbi 1967,
 * doi:10.1109/TIT.1967.1054010.
 */
public final class CrfLoss implements SequenceLoss {
    /** The parameter of scores of one class after another. */
    public static final String TRANSITIONS = "transitions";
    /** The parameter of scores of the first class. */
    public static final String START = "start";
    /** The parameter of scores of the last class. */
    public static final String END = "end";

    private final Reduction reduction;

    private CrfLoss(Reduction reduction) {
        this.reduction = reduction;
    }

    /** The mean over steps. */
    public static CrfLoss of() {
        return new CrfLoss(Reduction.MEAN);
    }

    /** The same with steps averaged or summed. */
    public CrfLoss withReduction(Reduction other) {
        return new CrfLoss(other);
    }

    @Override
    public List<Parameter> parameters(int outputSize) {
        Initializer zeros = Initializer.zeros();
        return List.of(
                new Parameter(TRANSITIONS, outputSize, outputSize, Role.PROJECTION, Structure.DENSE, zeros),
                new Parameter(START, outputSize, 1, Role.BIAS, Structure.DENSE, zeros),
                new Parameter(END, outputSize, 1, Role.BIAS, Structure.DENSE, zeros));
    }

    @Override
    public double loss(Example example) {
        CrfChain chain = new CrfChain(example);
        double[][] alpha = chain.forward();
        double logZ = chain.logZ(alpha);
        if (example.wantsGradient()) chain.addGradient(alpha, logZ);
        return logZ - chain.score();
    }

    @Override
    public double weight(Example example) {
        return example.steps();
    }

    @Override
    public int[] labels(Example example) {
        return new CrfChain(example).viterbi();
    }

    @Override
    public Target target() {
        return Target.CLASS;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
