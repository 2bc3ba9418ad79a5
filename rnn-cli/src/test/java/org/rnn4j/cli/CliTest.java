package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
    @Test
    void helpListsTheCommands() {
        Run run = Run.of("--help");
        assertEquals(Cli.OK, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Usage: rnn"), run.out());
        assertTrue(run.out().contains("components"), run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train", "sample", "evaluate", "score", "describe", "components", "check", "doctor", "bench"})
    void everyCommandHasHelp(String command) {
        Run run = Run.of(command, "--help");
        assertEquals(Cli.OK, run.code());
        assertTrue(run.out().startsWith("Usage: rnn " + command), run.out());
    }

    @Test
    void versionNamesJavaToo() {
        Run run = Run.of("--version");
        assertEquals(Cli.OK, run.code());
        assertTrue(run.out().startsWith("RNN4J "), run.out());
        assertTrue(run.out().contains("Java " + System.getProperty("java.version")), run.out());
    }

    @Test
    void noCommandIsAMistake() {
        assertEquals(new Run(Cli.MISTAKE, "", """
                Missing command
                  fix  see rnn --help
                """), Run.of());
    }

    @Test
    void unknownOptionIsAMistake() {
        Run run = Run.of("doctor", "--fast");
        assertEquals(new Run(Cli.MISTAKE, "", """
                Unknown option '--fast'
                  fix  see rnn doctor --help
                """), run);
    }

    @Test
    void misspeltCommandIsAMistakeWithASuggestion() {
        assertEquals(new Run(Cli.MISTAKE, "", """
                Unknown command 'docter'
                  did you mean  doctor
                  fix           see rnn --help
                """), Run.of("docter"));
    }

    @Test
    void aWordTooManyIsAMistake() {
        assertEquals(new Run(Cli.MISTAKE, "", """
                Too many arguments: 'please'
                  fix  see rnn doctor --help
                """), Run.of("doctor", "please"));
    }

    @Test
    void stackTraceIsShownOnRequestOnly() {
        assertTrue(!Run.of("components", "lstmm").err().contains("\tat "));
        assertTrue(Run.of("components", "lstmm", "--debug").err().contains("\tat org.rnn4j"));
    }
}
