package org.rnn4j.core.component.loss;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of some labels in a prefix beam, and the probability of all paths to it: those that end with a blank, and
 * those that end with its last label. Mutable; owned by one search.
 */
final class CtcPrefix {
    /** By falling probability; equal ones keep their order. */
    static final Comparator<CtcPrefix> BEST_FIRST = Comparator.comparingDouble(p -> -p.logProbability());

    private final @Nullable CtcPrefix parent;
    private final int last;
    private final int length;
    private final Map<Integer, CtcPrefix> children = new HashMap<>();
    private double blankEnd = LogSum.ZERO;
    private double labelEnd = LogSum.ZERO;
    private double nextBlankEnd = LogSum.ZERO;
    private double nextLabelEnd = LogSum.ZERO;
    private boolean reached;

    private CtcPrefix(@Nullable CtcPrefix parent, int last, int length) {
        this.parent = parent;
        this.last = last;
        this.length = length;
    }

    /** No label, before the first step. */
    static CtcPrefix empty() {
        CtcPrefix empty = new CtcPrefix(null, -1, 0);
        empty.blankEnd = 0;
        return empty;
    }

    /** The log probability of all paths to it. */
    double logProbability() {
        return LogSum.of(blankEnd, labelEnd);
    }

    /** A blank, or the last label once more. */
    void stay(double[] logP, int blank, List<CtcPrefix> all) {
        nextBlankEnd = LogSum.of(nextBlankEnd, logProbability() + logP[blank]);
        if (last >= 0) nextLabelEnd = LogSum.of(nextLabelEnd, labelEnd + logP[last]);
        reach(all);
    }

    /** One more label; the same label again only after a blank. */
    void extend(int output, double logP, List<CtcPrefix> all) {
        double from = output == last ? blankEnd : logProbability();
        if (from == LogSum.ZERO) return;
        CtcPrefix child = children.computeIfAbsent(output, k -> new CtcPrefix(this, k, length + 1));
        child.nextLabelEnd = LogSum.of(child.nextLabelEnd, from + logP);
        child.reach(all);
    }

    private void reach(List<CtcPrefix> all) {
        if (!reached) all.add(this);
        reached = true;
    }

    /** Goes on to the next step. */
    void step() {
        blankEnd = nextBlankEnd;
        labelEnd = nextLabelEnd;
        nextBlankEnd = LogSum.ZERO;
        nextLabelEnd = LogSum.ZERO;
        reached = false;
    }

    /** Leaves it out of the beam. */
    void drop() {
        blankEnd = LogSum.ZERO;
        labelEnd = LogSum.ZERO;
    }

    /** The outputs that the labels are. */
    int[] outputs() {
        int[] outputs = new int[length];
        CtcPrefix at = this;
        for (int k = length - 1; k >= 0 && at != null; k--) {
            outputs[k] = at.last;
            at = at.parent;
        }
        return outputs;
    }
}
