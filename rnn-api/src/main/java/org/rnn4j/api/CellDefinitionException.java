package org.rnn4j.api;

/** A cell, layer, loss or optimizer whose equations are incomplete or contradict each other. */
public final class CellDefinitionException extends RnnException {
    private static final long serialVersionUID = 1L;

    /** An error with a message in the form that {@link ErrorMessage} builds. */
    public CellDefinitionException(String message) {
        super(message);
    }

    /** An error with the failure that caused it. */
    public CellDefinitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
