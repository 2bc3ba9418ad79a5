package org.rnn4j.api;

/** Sizes that do not fit each other: in an equation, in a batch, or between a file and a network. */
public final class ShapeException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public ShapeException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public ShapeException(String message, Throwable cause) {
        super(message, cause);
    }
}
