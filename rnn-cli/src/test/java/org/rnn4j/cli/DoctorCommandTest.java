package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rnn4j.core.kernel.KernelLookup;

final class DoctorCommandTest {
    @Test
    void saysWhatItFound() {
        Run run = Run.of("doctor");
        assertEquals(Cli.OK, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().contains(System.getProperty("java.version")), run.out());
        assertTrue(run.out().contains(KernelLookup.choice().name()), run.out());
        assertTrue(run.out().contains(KernelLookup.choice().reason()), run.out());
        assertTrue(run.out().contains("GFLOP/s"), run.out());
        assertTrue(run.out().contains("lstm"), run.out());
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertTrue(
                    run.out().matches("(?s).*From one thread to another a number takes [1-9][0-9]* ns.*"), run.out());
        }
    }
}
