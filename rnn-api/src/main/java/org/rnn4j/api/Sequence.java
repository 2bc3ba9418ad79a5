package org.rnn4j.api;

/**
 * A symbolic batch of sequences [T, B, size], or of single vectors [B, size]; it holds no numbers.
 *
 * <p>Given by {@link Flow}; every example has a length of its own. What a network reads besides its input may be of other
 * lengths: sequences that follow one and sequences that follow another never meet step by step. Vectors go anywhere.
 */
public interface Sequence {
    /** Number of elements at each step; of a one-hot sequence the size of the vocabulary. */
    int size();

    /** True for a vector at every time step, false for one vector an example. */
    boolean hasTime();

    /** True if the elements are indices into a vocabulary. */
    boolean isOneHot();
}
