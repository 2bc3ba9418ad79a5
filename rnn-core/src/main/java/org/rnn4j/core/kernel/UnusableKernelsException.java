package org.rnn4j.core.kernel;

/** Kernels that the user has asked for are unknown, or do not run here. The message says which, and what there is. */
public final class UnusableKernelsException extends IllegalArgumentException {
    UnusableKernelsException(String message) {
        super(message);
    }

    UnusableKernelsException(String message, Throwable cause) {
        super(message, cause);
    }
}
