package org.rnn4j.core.component.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rnn4j.api.Option;

/**
 * Finds labels in the outputs of a network that was trained with {@link CtcLoss}.
 *
 * <pre>
 * List&lt;CtcDecoder.Found&gt; best = CtcDecoder.of(0).beam(logits, 20, 3);   // logits [T][labels + 1]
 * </pre>
 *
 * <p>{@link #greedy} takes the greatest output of each step: the most likely path, which need not be that of the most likely
 * labels. {@link #beam} adds the probabilities of all paths of a prefix, and keeps the most likely prefixes; if it keeps all
 * that there are, what it finds is exact. Labels are numbered without the blank. Immutable.
 *
 * <p>Source: Graves 2012, Supervised Sequence Labelling with Recurrent Neural Networks, section 7.5; the two sums of a prefix:
 * Hannun et al. 2014, arXiv:1408.2873, algorithm 1, without a language model.
 */
public final class CtcDecoder {
    private static final Option<Integer> BEST =
            Option.integer("best", "how many to return").atLeast(1);

    private final int blank;

    private CtcDecoder(int blank) {
        this.blank = CtcLossProvider.BLANK.checked(blank);
    }

    /** A decoder for outputs of which one is the blank. */
    public static CtcDecoder of(int blank) {
        return new CtcDecoder(blank);
    }

    /**
     * Labels that were found.
     *
     * @param labels numbered without the blank
     * @param logProbability of the path, or of all paths that the beam kept
     */
    public record Found(int[] labels, double logProbability) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Found found
                    && Arrays.equals(labels, found.labels)
                    && logProbability == found.logProbability;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(labels) * 31 + Double.hashCode(logProbability);
        }

        @Override
        public String toString() {
            return Arrays.toString(labels) + " " + logProbability;
        }
    }

    /**
     * The labels of the most likely path; of equal outputs the first is taken.
     *
     * @param logits [T][outputs]
     */
    public Found greedy(double[][] logits) {
        int[] labels = new int[logits.length];
        int count = 0;
        int before = blank;
        double logProbability = 0;
        for (double[] row : logits) {
            int best = 0;
            for (int k = 1; k < row.length; k++) {
                if (row[k] > row[best]) best = k;
            }
            logProbability += LogSum.logSoftmax(row)[best];
            if (best != blank && best != before) labels[count++] = label(best);
            before = best;
        }
        return new Found(Arrays.copyOf(labels, count), logProbability);
    }

    /**
     * The most likely labels, best first.
     *
     * @param logits [T][outputs]
     * @param width prefixes that are kept at each step, at least 1
     * @param best most that are returned, at least 1
     */
    public List<Found> beam(double[][] logits, int width, int best) {
        CtcLossProvider.BEAM_WIDTH.checked(width);
        BEST.checked(best);
        List<CtcPrefix> kept = new ArrayList<>(List.of(CtcPrefix.empty()));
        for (double[] row : logits) {
            double[] logP = LogSum.logSoftmax(row);
            List<CtcPrefix> reached = new ArrayList<>();
            for (CtcPrefix prefix : kept) {
                prefix.stay(logP, blank, reached);
                for (int k = 0; k < logP.length; k++) {
                    if (k != blank) prefix.extend(k, logP[k], reached);
                }
            }
            reached.forEach(CtcPrefix::step);
            reached.sort(CtcPrefix.BEST_FIRST);
            kept = new ArrayList<>(reached.subList(0, Math.min(width, reached.size())));
            reached.subList(kept.size(), reached.size()).forEach(CtcPrefix::drop);
        }
        return kept.stream()
                .limit(best)
                .map(p -> new Found(Arrays.stream(p.outputs()).map(this::label).toArray(), p.logProbability()))
                .toList();
    }

    private int label(int output) {
        return output < blank ? output : output - 1;
    }
}
