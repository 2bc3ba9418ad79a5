package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.RnnException;

final class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final Failures failures = new Failures(new Console(stream, stream));

    private String message() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void mistakeOfTheUserIsExplainedAsItIs() {
        assertEquals(Cli.MISTAKE, failures.report(new RnnException("wrong\n  fix  right"), false));
        assertEquals("wrong\n  fix  right\n", message());
    }

    @Test
    void mistakeOfOursSaysHowToReportIt() {
        assertEquals(Cli.FAILED, failures.report(new AssertionError("panel 3"), false));
        assertEquals("""
                A mistake in RNN4J itself: java.lang.AssertionError: panel 3
                  fix  run it again with --debug, and report what that shows
                """, message());
    }

    @Test
    void stackTraceIsShownOnRequestOnly() {
        failures.report(new IllegalStateException("broken"), false);
        assertFalse(message().contains("\tat "), message());
        failures.report(new IllegalStateException("broken"), true);
        assertTrue(message().contains("\tat org.rnn4j.cli.FailuresTest"), message());
    }

    @Test
    void filesAreTheUsersAffair() {
        assertEquals(Cli.MISTAKE, failures.report(new NoSuchFileException("names.txt"), false));
        assertEquals(Cli.MISTAKE, failures.report(new UncheckedIOException(new AccessDeniedException("/runs")), false));
        assertEquals(Cli.MISTAKE, failures.report(new IOException("No space left on device"), false));
        assertEquals("""
                No such file: names.txt
                  fix  correct the name
                Access denied: /runs
                  fix  check that you may read and write it
                A file cannot be read or written
                  reason  java.io.IOException: No space left on device
                  fix     check the file and the space on its disk
                """, message());
    }

    @Test
    void memoryIsTheUsersAffair() {
        assertEquals(Cli.MISTAKE, failures.report(new OutOfMemoryError("Java heap space"), false));
        assertTrue(message().startsWith("Not enough memory\n  heap  "), message());
    }
}
