package org.rnn4j.api;

import java.util.Optional;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operations;

/**
 * A loss, written as the equations of one step of one example; the core masks, weights, averages or sums.
 *
 * <p>A loss whose value is no sum over steps is a {@link SequenceLoss}.
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
        /** A vector. */
        VECTOR,
        /** The index of a class; the equations see a one-hot vector. */
        CLASS,
        /** Indices of classes, as many as there are, whatever the number of steps; only for a {@link SequenceLoss}. */
        LABELS
    }

    /**
     * The loss of one step.
     *
     * @param prediction the network's output [size]
     * @param target what it should have been, one-hot for {@link Target#CLASS}; of the prediction's size unless
     *     {@link #outputSize} says otherwise
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

    /**
     * How many outputs a network needs for targets of a size; as many unless overridden.
     *
     * @param targetSize elements of a target vector, or number of classes
     */
    default int outputSize(int targetSize) {
        return targetSize;
    }

    /**
     * Among how many classes a training step looks for the right one, where all of them would be too many; everything else,
     * such as an evaluation, looks at all. All unless overridden.
     *
     * <p>The network has to end with a linear layer, whose output is not computed then. See {@link Candidates}.
     */
    default Optional<Candidates> candidates() {
        return Optional.empty();
    }

    /**
     * Classes drawn anew for each training step, without any twice, to stand for all: the loss is softmax cross-entropy among
     * the right class of a step and these, each logit less the logarithm of how often its class is expected among them.
     *
     * @param count of classes
     * @param distribution from which they are drawn
     */
    record Candidates(int count, ClassDistribution distribution) {
        /** None but those on the way to the right class in a {@link ClassTree}, which the network has to end with. */
        public static final Candidates ON_THE_WAY = new Candidates(0, ClassDistribution.UNIFORM);
    }

    /**
     * This loss for classes that are met so often; itself unless overridden.
     *
     * @param counts of each class in the training data, all 0 where nothing was counted
     */
    default Loss forClasses(long[] counts) {
        return this;
    }

    /** This loss as one of whole sequences, if it is one. */
    default Optional<SequenceLoss> ofSequences() {
        return Optional.empty();
    }

    /** How steps are put together. */
    default Reduction reduction() {
        return Reduction.MEAN;
    }
}
