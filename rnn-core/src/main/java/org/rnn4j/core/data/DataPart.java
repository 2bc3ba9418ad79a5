package org.rnn4j.core.data;

/** The part of the data for training, validation or test. Immutable. */
public interface DataPart {
    /** Number of sequences. */
    long examples();

    /** Number of steps in all. */
    long steps();

    /**
     * A pass for training, in an order that depends on the seed and the number only.
     *
     * @param number of the epoch, from 0
     */
    Epoch epoch(Feeding feeding, int number);

    /** A pass for evaluation, in an order that does not depend on a seed. */
    Epoch inOrder(Feeding feeding);
}
