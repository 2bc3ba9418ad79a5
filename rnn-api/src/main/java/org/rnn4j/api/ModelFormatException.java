package org.rnn4j.api;

/** A model or checkpoint file that is truncated, foreign, or does not fit the network. */
public final class ModelFormatException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public ModelFormatException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
