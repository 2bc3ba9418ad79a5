package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComponentsCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"cell +elman", "cell +gru", "cell +lstm", "layer +bidirectional", "loss +huber", "schedule +"})
    void overviewHasEveryFamily(String line) {
        Run run = Run.of("components");
        assertEquals(Cli.OK, run.code());
        assertTrue(run.out().lines().anyMatch(l -> l.matches(line + ".*")), run.out());
        assertEquals("", run.err());
    }

    @Test
    void aTypeIsShownWithItsOptions() {
        Run run = Run.of("components", "lstm");
        assertEquals(Cli.OK, run.code());
        assertTrue(run.out().startsWith("lstm (cell)\nLong short-term memory"), run.out());
        assertTrue(run.out().contains("hiddenSize"), run.out());
        assertTrue(run.out().contains("at least 1"), run.out());
        assertTrue(run.out().contains("forgetBias"), run.out());
    }

    @Test
    void schemaKnowsTheComponents() {
        Run run = Run.of("components", "--schema");
        assertEquals(Cli.OK, run.code());
        assertTrue(run.out().contains("\"cell.lstm\""), run.out());
    }

    @Test
    void unknownTypeIsAMistakeWithASuggestion() {
        Run run = Run.of("components", "lstmm");
        assertEquals(Cli.MISTAKE, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("Unknown component type 'lstmm'\n"), run.err());
        assertTrue(run.err().contains("did you mean  lstm\n"), run.err());
    }
}
