package org.rnn4j.core.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How progress is shown.
 *
 * @param out where
 * @param style in which way
 * @param interval between two plain lines within an epoch
 * @param nanoTime a clock, as {@link System#nanoTime}
 */
public record ProgressOptions(PrintStream out, Style style, Duration interval, LongSupplier nanoTime) {
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(10);

    /** The way in which progress is shown. */
    public enum Style {
        /** A line that is written again and again, and one that stays for each epoch. */
        TERMINAL,
        /** Lines that stay: one for each epoch, and one now and then. */
        PLAIN,
        /** Nothing. */
        QUIET
    }

    /** Progress on a stream; plain lines every ten seconds. */
    public static ProgressOptions of(PrintStream out, Style style) {
        return new ProgressOptions(out, style, USUAL_INTERVAL, System::nanoTime);
    }

    /** No progress. */
    public static ProgressOptions quiet() {
        return of(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), Style.QUIET);
    }

    /** The same with another time between two plain lines. */
    public ProgressOptions withInterval(Duration newInterval) {
        return new ProgressOptions(out, style, newInterval, nanoTime);
    }
}
