package org.rnn4j.core.train;

import org.rnn4j.api.Option;

/**
 * Ends training when the validation no longer gets better, and goes back to the best weights.
 *
 * @param patience validations without an improvement that are endured
 * @param minDelta change that counts as an improvement
 */
public record EarlyStopping(int patience, double minDelta) {
    /** Validations that are endured. */
    public static final Option<Integer> PATIENCE = Option.integer(
                    "patience", "validations without an improvement that are endured")
            .atLeast(0);
    /** The least improvement. */
    public static final Option<Double> MIN_DELTA = Option.number("minDelta", "change that counts as an improvement")
            .atLeast(0)
            .orElse(0.0);

    /** Checks the ranges. */
    public EarlyStopping {
        PATIENCE.checked(patience);
        MIN_DELTA.checked(minDelta);
    }

    /** Any change counts. */
    public static EarlyStopping of(int patience) {
        return new EarlyStopping(patience, 0);
    }
}
