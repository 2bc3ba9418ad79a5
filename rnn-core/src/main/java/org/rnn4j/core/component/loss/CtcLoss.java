package org.rnn4j.core.component.loss;

import static org.rnn4j.api.expr.Operations.softmax;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.SequenceLoss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/**
 * Connectionist temporal classification: minus the logarithm of the probability of some labels, whenever in the sequence
 * each of them is said.
 *
 * <p>One example of T steps:
 * <pre>
 * p_t  = softmax(x_t)
 * P    = Σ Π_t p_t(path_t)        over all paths that become the labels when repetitions, then blanks, are removed
 * loss = -log P                   divided by max(1, number of labels) for reduction mean
 * </pre>
 *
 * <p>Variant: PyTorch's {@code CTCLoss} of logSoftmax(x): the mean is one over examples, after each was divided by its number
 * of labels. Labels are numbered without the blank: label l is the output l below the blank, l + 1 from the blank on.
 *
 * <p>Shapes: x (logits) [labels + 1] at each of T steps; target any number of labels.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: labels that need more steps than there are, a step each and one more between two equal ones, have an infinite
 * loss; with zeroInfinity a loss and gradient of 0. No labels mean blanks only. An example without steps does not count.
 *
 * <p>Source: Graves et al. 2006, doi:10.1145/1143844.1143891, section 4.1; computed in logarithms.
 */
public final class CtcLoss implements SequenceLoss {
    private final int blank;
    private final boolean zeroInfinity;
    private final int beamWidth;
    private final Reduction reduction;

    private CtcLoss(int blank, boolean zeroInfinity, int beamWidth, Reduction reduction) {
        this.blank = CtcLossProvider.BLANK.checked(blank);
        this.zeroInfinity = zeroInfinity;
        this.beamWidth = CtcLossProvider.BEAM_WIDTH.checked(beamWidth);
        this.reduction = reduction;
    }

    /** The mean over examples, with the blank as output 0; labels are those of the best path. */
    public static CtcLoss of() {
        return new CtcLoss(0, false, 1, Reduction.MEAN);
    }

    /** The same with another output as the blank. */
    public CtcLoss withBlank(int output) {
        return new CtcLoss(output, zeroInfinity, beamWidth, reduction);
    }

    /** The same; losses that are infinite count as 0, or as they are. */
    public CtcLoss withZeroInfinity(boolean whether) {
        return new CtcLoss(blank, whether, beamWidth, reduction);
    }

    /** The same with labels found by a prefix beam of a width; 1 for the best path. */
    public CtcLoss withBeamWidth(int width) {
        return new CtcLoss(blank, zeroInfinity, width, reduction);
    }

    /** The same with examples averaged or summed. */
    public CtcLoss withReduction(Reduction other) {
        return new CtcLoss(blank, zeroInfinity, beamWidth, other);
    }

    @Override
    public double loss(Example example) {
        double[][] logP = new double[example.steps()][];
        for (int t = 0; t < logP.length; t++) logP[t] = LogSum.logSoftmax(example.output(t));
        int[] outputs = new int[example.labels()];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = example.label(k) < blank ? example.label(k) : example.label(k) + 1;
        }
        CtcLattice lattice = new CtcLattice(logP, outputs, blank);
        double[][] alpha = lattice.forward();
        double logProbability = lattice.logProbability(alpha);
        if (logProbability == LogSum.ZERO) return zeroInfinity ? 0 : Double.POSITIVE_INFINITY;
        double scale = reduction == Reduction.MEAN ? 1.0 / Math.max(1, outputs.length) : 1;
        if (example.wantsGradient()) {
            double[][] beta = lattice.backward();
            for (int t = 0; t < logP.length; t++) {
                double[] share = lattice.occupancy(t, alpha, beta, logProbability);
                double[] gradient = example.outputGradient(t);
                for (int k = 0; k < share.length; k++) gradient[k] += scale * (Math.exp(logP[t][k]) - share[k]);
            }
        }
        return -scale * logProbability;
    }

    @Override
    public int[] labels(Example example) {
        double[][] logits = new double[example.steps()][];
        for (int t = 0; t < logits.length; t++) logits[t] = example.output(t);
        CtcDecoder decoder = CtcDecoder.of(blank);
        return beamWidth == 1
                ? decoder.greedy(logits).labels()
                : decoder.beam(logits, beamWidth, 1).get(0).labels();
    }

    @Override
    public List<Parameter> parameters(int outputSize) {
        if (blank < outputSize) return List.of();
        throw new ShapeException(ErrorMessage.of("The blank is none of the network's outputs")
                .fact("blank", blank)
                .fact("outputs", outputSize)
                .fix("give a number from 0 to " + (outputSize - 1))
                .toString());
    }

    @Override
    public int outputSize(int targetSize) {
        return targetSize + 1;
    }

    @Override
    public Node prediction(Node output) {
        return softmax(output);
    }

    @Override
    public Target target() {
        return Target.LABELS;
    }

    @Override
    public Reduction reduction() {
        return reduction;
    }
}
