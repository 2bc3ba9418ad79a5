package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;
import org.rnn4j.api.RnnException;

/** Files to read, and messages to expect of them. */
final class DataErrors {
    private DataErrors() {}

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a message in which the temporary folder is written DIR. */
    static void assertMessage(Path folder, Executable misuse, String expected) {
        RnnException e = assertThrows(RnnException.class, misuse);
        assertEquals(expected, e.getMessage().replace(folder.toString(), "DIR"));
    }

    static void assertMessage(Executable misuse, String expected) {
        assertEquals(expected, assertThrows(RnnException.class, misuse).getMessage());
    }
}
