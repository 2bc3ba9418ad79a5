package org.rnn4j.core.train;

import java.util.function.Supplier;

/** Hears what happens in training, on the thread that trains. A listener changes nothing of it. */
public interface TrainingListener {
    /**
     * Training begins, or goes on.
     *
     * @param epochs that there will be at most
     * @param epoch number of the first one, from 1
     * @param updates that will have been made at the end, more or less
     */
    default void started(int epochs, int epoch, long updates) {}

    /** The weights were changed. */
    default void updated(UpdateReport report) {}

    /**
     * The weights were changed; called after {@link #updated(UpdateReport)}.
     *
     * @param state from which training can go on; made only if it is asked for, during this call
     */
    default void afterUpdate(UpdateReport report, Supplier<TrainingState> state) {}

    /**
     * The validation part was looked at.
     *
     * @param update number of updates so far
     * @param values by name
     * @param best true if the monitored value is the best so far
     */
    default void validated(long update, java.util.Map<String, Double> values, boolean best) {}

    /**
     * An epoch is over.
     *
     * @param report what it brought
     * @param state from which training can go on; made only if it is asked for, during this call
     */
    default void epochFinished(EpochReport report, Supplier<TrainingState> state) {}

    /**
     * Somebody asked training to stop.
     *
     * @param state from which training can go on; made only if it is asked for, during this call
     */
    default void stopped(Supplier<TrainingState> state) {}

    /** Training is over; the network has the weights that remain. */
    default void finished(TrainingResult result) {}
}
