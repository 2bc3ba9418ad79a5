package org.rnn4j.core.engine;

import java.util.Map;

/** Applies an optimizer to weights, and keeps its states. Not thread-safe. */
public interface Updater {
    /**
     * Updates every parameter once.
     *
     * @param gradients of the weights
     * @param learningRate η of this update
     */
    void update(Weights gradients, double learningRate);

    /** Number of updates so far. */
    long updates();

    /** The optimizer's states by {@code <parameter>/<state>}, for a checkpoint. */
    Map<String, double[]> states();

    /** Continues from a checkpoint. */
    void restore(long updates, Map<String, double[]> states);
}
