package org.rnn4j.api;

/** Root of every error that RNN4J reports; its message is meant to be shown to a person as it is. */
public class RnnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public RnnException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public RnnException(String message, Throwable cause) {
        super(message, cause);
    }
}
