package org.rnn4j.core.component.loss;

import org.rnn4j.api.SequenceLoss.Example;

/**
 * The classes of one example as a chain: sums over all sequences of classes, and the best of them.
 *
 * <pre>
 * α_t(j)   log Σ over beginnings that end with class j at step t, its score included
 * β_t(i)   log Σ over ends that follow class i at step t
 * </pre>
 */
final class CrfChain {
    private final Example example;
    private final int steps;
    private final int classes;
    private final double[] transitions;
    private final double[] start;
    private final double[] end;

    CrfChain(Example example) {
        this.example = example;
        this.steps = example.steps();
        this.start = example.parameter(CrfLoss.START);
        this.end = example.parameter(CrfLoss.END);
        this.transitions = example.parameter(CrfLoss.TRANSITIONS);
        this.classes = start.length;
    }

    /** α, [T][classes]. */
    double[][] forward() {
        double[][] alpha = new double[steps][classes];
        double[] terms = new double[classes];
        for (int t = 0; t < steps; t++) {
            double[] x = example.output(t);
            for (int j = 0; j < classes; j++) {
                for (int i = 0; i < classes && t > 0; i++) terms[i] = alpha[t - 1][i] + transitions[i * classes + j];
                alpha[t][j] = x[j] + (t == 0 ? start[j] : LogSum.of(terms));
            }
        }
        return alpha;
    }

    private double[][] backward() {
        double[][] beta = new double[steps][classes];
        double[] terms = new double[classes];
        for (int t = steps - 1; t >= 0; t--) {
            for (int i = 0; i < classes; i++) {
                if (t == steps - 1) {
                    beta[t][i] = end[i];
                    continue;
                }
                double[] next = example.output(t + 1);
                for (int j = 0; j < classes; j++) terms[j] = transitions[i * classes + j] + next[j] + beta[t + 1][j];
                beta[t][i] = LogSum.of(terms);
            }
        }
        return beta;
    }

    /** log Z. */
    double logZ(double[][] alpha) {
        double[] last = new double[classes];
        for (int j = 0; j < classes; j++) last[j] = alpha[steps - 1][j] + end[j];
        return LogSum.of(last);
    }

    /** The score of the target. */
    double score() {
        double score = start[example.label(0)] + end[example.label(steps - 1)];
        for (int t = 0; t < steps; t++) {
            score += example.output(t)[example.label(t)];
            if (t > 0) score += transitions[example.label(t - 1) * classes + example.label(t)];
        }
        return score;
    }

    /** Adds what is expected of all sequences, less what the target has. */
    void addGradient(double[][] alpha, double logZ) {
        double[][] beta = backward();
        double[] ofTransitions = example.parameterGradient(CrfLoss.TRANSITIONS);
        double[] ofStart = example.parameterGradient(CrfLoss.START);
        double[] ofEnd = example.parameterGradient(CrfLoss.END);
        for (int t = 0; t < steps; t++) {
            double[] gradient = example.outputGradient(t);
            int label = example.label(t);
            for (int j = 0; j < classes; j++) {
                double expected = Math.exp(alpha[t][j] + beta[t][j] - logZ) - (j == label ? 1 : 0);
                gradient[j] += expected;
                if (t == 0) ofStart[j] += expected;
                if (t == steps - 1) ofEnd[j] += expected;
            }
            if (t > 0) addTransitions(t, alpha[t - 1], beta[t], logZ, ofTransitions);
        }
    }

    private void addTransitions(int t, double[] before, double[] after, double logZ, double[] gradient) {
        double[] x = example.output(t);
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                int at = i * classes + j;
                gradient[at] += Math.exp(before[i] + transitions[at] + x[j] + after[j] - logZ);
            }
        }
        gradient[example.label(t - 1) * classes + example.label(t)] -= 1;
    }

    /** The classes of the highest score; of equal ones, the lowest class at the latest step. */
    int[] viterbi() {
        double[] best = new double[classes];
        int[][] from = new int[steps][classes];
        for (int t = 0; t < steps; t++) {
            double[] x = example.output(t);
            double[] next = new double[classes];
            for (int j = 0; j < classes; j++) {
                double most = t == 0 ? start[j] : LogSum.ZERO;
                for (int i = 0; i < classes && t > 0; i++) {
                    double score = best[i] + transitions[i * classes + j];
                    if (score > most) {
                        most = score;
                        from[t][j] = i;
                    }
                }
                next[j] = most + x[j];
            }
            best = next;
        }
        int[] labels = new int[steps];
        int last = 0;
        for (int j = 1; j < classes; j++) {
            if (best[j] + end[j] > best[last] + end[last]) last = j;
        }
        for (int t = steps - 1; t >= 0; t--) {
            labels[t] = last;
            last = from[t][last];
        }
        return labels;
    }
}
