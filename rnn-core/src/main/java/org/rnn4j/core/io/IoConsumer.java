package org.rnn4j.core.io;

import java.io.IOException;

/**
 * Writes to, or reads from, something that may fail.
 *
 * @param <T> what it is given
 */
@FunctionalInterface
public interface IoConsumer<T> {
    /** Does the work. */
    void accept(T target) throws IOException;
}
