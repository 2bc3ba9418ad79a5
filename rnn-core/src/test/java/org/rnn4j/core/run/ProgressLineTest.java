package org.rnn4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.run.ProgressOptions.Style;
import org.rnn4j.core.train.EpochReport;
import org.rnn4j.core.train.UpdateReport;

final class ProgressLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long seconds;

    private ProgressLine line(Style style) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ProgressOptions options =
                new ProgressOptions(out, style, Duration.ofSeconds(10), () -> seconds * 1_000_000_000);
        ProgressLine line = new ProgressLine(options, "characters");
        line.started(20, 1, 200);
        return line;
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static UpdateReport update(int epoch, long update, double part) {
        return new UpdateReport(epoch, update, part, 2, 1, 0.01, 1000);
    }

    private static EpochReport epoch(Map<String, Double> validation) {
        return new EpochReport(3, 30, 0.01, Map.of("loss", 2.0), validation, true);
    }

    @Test
    void aTerminalLineIsWrittenAgain() {
        ProgressLine line = line(Style.TERMINAL);
        seconds = 2;
        line.updated(update(1, 1, 0.1));
        seconds = 4;
        line.updated(update(1, 2, 0.2));
        assertEquals(
                "\repoch  1/20  10 %  loss 2.000  500 characters/s  6:38 left\u001B[K"
                        + "\repoch  1/20  20 %  loss 2.000  500 characters/s  6:36 left\u001B[K",
                shown());
    }

    @Test
    void anEpochEndsWithALineThatStays() {
        ProgressLine line = line(Style.TERMINAL);
        seconds = 4;
        line.updated(update(3, 30, 1));
        line.epochFinished(epoch(Map.of("loss", 2.5)), List.of("anna", "bob"));
        String[] parts = shown().split("\u001B\\[K");
        assertEquals(
                "\nepoch  3/20  loss 2.000  validation 2.500  250 characters/s  4.0 s  best\n    anna, bob\n",
                "\n" + parts[parts.length - 1]);
    }

    @Test
    void plainLinesComeNowAndThen() {
        ProgressLine line = line(Style.PLAIN);
        for (seconds = 1; seconds <= 25; seconds++) line.updated(update(1, seconds, 0.5));
        assertEquals("""
                epoch  1/20  50 %  loss 2.000  1,000 characters/s  3:10 left
                epoch  1/20  50 %  loss 2.000  1,000 characters/s  3:00 left
                """, shown());
    }

    @Test
    void withoutValidationTheTrainingIsShown() {
        ProgressLine line = line(Style.PLAIN);
        seconds = 2;
        line.updated(update(3, 1, 1));
        line.epochFinished(new EpochReport(3, 30, 0.01, Map.of("loss", 12345.678), Map.of(), false), List.of());
        assertEquals("epoch  3/20  loss 1.235e+04  500 characters/s  2.0 s\n", shown());
    }

    @Test
    void quietIsQuiet() {
        ProgressLine line = line(Style.QUIET);
        seconds = 100;
        line.updated(update(1, 1, 0.5));
        line.epochFinished(epoch(Map.of()), List.of("anna"));
        line.line("done");
        assertEquals("", shown());
    }

    @Test
    void clocksShowHoursWhereThereAreAny() {
        assertEquals("0:05", ProgressLine.clock(5.4));
        assertEquals("1:00", ProgressLine.clock(59.6));
        assertEquals("2:03:04", ProgressLine.clock(7384));
    }
}
