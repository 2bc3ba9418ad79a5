package org.rnn4j.api;

/** Input data that cannot be used: empty, malformed, or outside the vocabulary. */
public final class DataException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public DataException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
