package org.rnn4j.api;

import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;

/**
 * A loss, written as the equations of one step of one example; the core masks, weights, averages or sums.
 *
 * <p>The whole loss is Σ loss for {@link Reduction#SUM} and Σ loss / Σ weight for {@link Reduction#MEAN}, over all steps
 * that are not masked.
 */
public interface Loss {
    /** How steps are put together. */
    enum Reduction {
        /** Σ loss / Σ weight; 0 if nothing is left to count. */
        MEAN,
        /** Σ loss. */
        SUM;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a target is. */
    enum Target {
        /** A vector of the prediction's size. */
        VECTOR,
        /** The index of a class; the equations see a one-hot vector of the prediction's size. */
        CLASS
    }

    /**
     * The loss of one step.
     *
     * @param prediction the network's output [size]
     * @param target what it should have been [size], one-hot for {@link Target#CLASS}
     * @return size 1
     */
    Node loss(Node prediction, Node target);

    /** What a step counts in the mean; 1 unless overridden. Size 1. */
    default Node weight(Node prediction, Node target) {
        return Operations.constant(1);
    }

    /** What the network's output stands for, as probabilities or values; the output itself unless overridden. */
    default Node prediction(Node output) {
        return output;
    }

    /** What a target is. */
    default Target target() {
        return Target.VECTOR;
    }

    /** How steps are put together. */
    default Reduction reduction() {
        return Reduction.MEAN;
    }
}
