package org.rnn4j.core.component.loss;

import java.util.Arrays;

/**
 * All alignments of some labels to the steps of an example, as sums over paths forward and backward.
 *
 * <pre>
 * s         blank, label 1, blank, label 2, …, blank                                 S = 2 L + 1 places
 * α_t(s)    log Σ over beginnings of paths that are at s at step t, step t included
 * β_t(s)    log Σ over ends of paths that are at s at step t, step t included
 * log P     = logSum(α_T(S - 1), α_T(S))
 * </pre>
 * A path stays, moves on by one place, or by two where that skips a blank between two different labels.
 */
final class CtcLattice {
    private final double[][] logP;
    private final int[] places;

    /**
     * A lattice.
     *
     * @param logP log probabilities of the outputs at each step
     * @param outputs the labels as indices of outputs
     * @param blank the output between labels
     */
    CtcLattice(double[][] logP, int[] outputs, int blank) {
        this.logP = logP;
        this.places = new int[2 * outputs.length + 1];
        Arrays.fill(places, blank);
        for (int k = 0; k < outputs.length; k++) places[2 * k + 1] = outputs[k];
    }

    /** α, [T][S]. */
    double[][] forward() {
        int steps = logP.length;
        double[][] alpha = new double[steps][places.length];
        for (int t = 0; t < steps; t++) {
            for (int s = 0; s < places.length; s++) {
                double before = t == 0 ? (s < 2 ? 0 : LogSum.ZERO) : alpha[t - 1][s];
                if (t > 0 && s > 0) before = LogSum.of(before, alpha[t - 1][s - 1]);
                if (t > 0 && skips(s)) before = LogSum.of(before, alpha[t - 1][s - 2]);
                alpha[t][s] = before + logP[t][places[s]];
            }
        }
        return alpha;
    }

    /** β, [T][S]. */
    double[][] backward() {
        int steps = logP.length;
        int last = places.length - 1;
        double[][] beta = new double[steps][places.length];
        for (int t = steps - 1; t >= 0; t--) {
            boolean end = t == steps - 1;
            for (int s = last; s >= 0; s--) {
                double after = end ? (s >= last - 1 ? 0 : LogSum.ZERO) : beta[t + 1][s];
                if (!end && s < last) after = LogSum.of(after, beta[t + 1][s + 1]);
                if (!end && s + 2 <= last && skips(s + 2)) after = LogSum.of(after, beta[t + 1][s + 2]);
                beta[t][s] = after + logP[t][places[s]];
            }
        }
        return beta;
    }

    /** True if a path can come to a place from two places before. */
    private boolean skips(int s) {
        return s % 2 == 1 && s > 1 && places[s] != places[s - 2];
    }

    /** log P of the labels. */
    double logProbability(double[][] alpha) {
        double[] end = alpha[alpha.length - 1];
        return end.length == 1 ? end[0] : LogSum.of(end[end.length - 1], end[end.length - 2]);
    }

    /** The probability of each output at a step, given the labels. */
    double[] occupancy(int t, double[][] alpha, double[][] beta, double logProbability) {
        double[] share = new double[logP[t].length];
        for (int s = 0; s < places.length; s++) {
            share[places[s]] += Math.exp(alpha[t][s] + beta[t][s] - logP[t][places[s]] - logProbability);
        }
        return share;
    }
}
