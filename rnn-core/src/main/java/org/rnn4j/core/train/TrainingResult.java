package org.rnn4j.core.train;

import java.util.List;
import java.util.Optional;

/**
 * How training ended.
 *
 * @param reason why
 * @param epochs what each epoch brought, of those in this run
 * @param updates made, those before a resumption included
 * @param best the best validation, if there was one
 */
public record TrainingResult(Reason reason, List<EpochReport> epochs, long updates, Optional<Best> best) {
    /** Why training ended. */
    public enum Reason {
        /** All epochs are done. */
        ALL_EPOCHS,
        /** The validation no longer got better. */
        EARLY_STOPPING,
        /** Somebody asked for it. */
        STOPPED
    }

    /**
     * The best validation.
     *
     * @param epoch in which it was, from 1
     * @param update after which it was
     * @param value of the monitored metric
     */
    public record Best(int epoch, long update, double value) {}

    /** Copies the list. */
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }
}
