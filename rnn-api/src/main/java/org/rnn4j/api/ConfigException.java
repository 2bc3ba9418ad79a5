package org.rnn4j.api;

/** A mistake in a configuration or on the command line: unknown key, wrong kind, value out of range, missing file. */
public final class ConfigException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public ConfigException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
