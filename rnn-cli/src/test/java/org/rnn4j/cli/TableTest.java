package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableTest {
    @Test
    void wordsAreAlignedToTheLeftAndNumbersToTheRight() {
        assertEquals(
                """
                name   size  note
                Γ𝄞        7
                alpha   123  ok""",
                Table.of("name", "size>", "note")
                        .row("Γ𝄞", 7, "")
                        .row("alpha", 123, "ok")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 B", "1023 | 1,023 B", "1024 | 1.00 KiB", "15000 | 14.6 KiB", "5368709120 | 5.00 GiB"})
    void bytesAreReadable(long bytes, String text) {
        assertEquals(text, Units.bytes(bytes));
    }

    @Test
    void countsAgreeWithTheirNouns() {
        assertEquals("1 step", Units.count(1, "step"));
        assertEquals("12,345 steps", Units.count(12_345, "step"));
    }
}
