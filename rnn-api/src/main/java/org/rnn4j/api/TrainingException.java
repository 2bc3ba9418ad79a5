package org.rnn4j.api;

/** Training that cannot go on: a loss or gradient that is not a number, or data that holds one. */
public final class TrainingException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public TrainingException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
