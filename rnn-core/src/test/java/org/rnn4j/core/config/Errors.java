package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.rnn4j.api.ConfigException;

/** The message of an error, line for line. */
final class Errors {
    private Errors() {}

    static void assertMessage(Executable misuse, String... lines) {
        ConfigException error = assertThrows(ConfigException.class, misuse);
        assertEquals(String.join("\n", lines), error.getMessage());
    }
}
