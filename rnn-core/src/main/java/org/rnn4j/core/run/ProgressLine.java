package org.rnn4j.core.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rnn4j.core.run.ProgressOptions.Style;
import org.rnn4j.core.train.EpochReport;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.UpdateReport;

/**
 * Shows how training goes on: what it has reached, how fast it is, and how long it will take.
 * <pre>
 * epoch  3/20  38 %  loss 2.081  41,200 characters/s  0:12 left
 * epoch  3/20  loss 2.081  validation 2.050, bitsPerCharacter 2.958  41,200 characters/s  0.4 s  best
 * </pre>
 *
 * <p>Mutable, for one thread.
 */
final class ProgressLine implements TrainingListener {
    private static final String BEGIN_AGAIN = "\r";
    private static final String ERASE_REST = "\u001B[K";
    private static final long REDRAW_NANOS = 100_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final ProgressOptions options;
    private final String unit;

    private int epochs;
    private long totalUpdates;
    private long firstUpdate = -1;
    private long begin;
    private long epochBegin;
    private long lastShown;
    private long steps;
    private double lossSum;
    private boolean lineOpen;

    /**
     * Progress of a training.
     *
     * @param unit of the steps: {@code characters}
     */
    ProgressLine(ProgressOptions options, String unit) {
        this.out = options.out();
        this.options = options;
        this.unit = unit;
    }

    @Override
    public void started(int epochCount, int epoch, long updates) {
        epochs = epochCount;
        totalUpdates = updates;
        begin = options.nanoTime().getAsLong();
        epochBegin = begin;
        lastShown = begin;
    }

    /** Seconds since the present epoch began. */
    double epochSeconds() {
        return (options.nanoTime().getAsLong() - epochBegin) / NANOS;
    }

    @Override
    public void updated(UpdateReport report) {
        if (firstUpdate < 0) firstUpdate = report.update() - 1;
        steps += report.steps();
        lossSum += report.loss() * report.steps();
        long now = options.nanoTime().getAsLong();
        long pause = options.style() == Style.TERMINAL
                ? REDRAW_NANOS
                : options.interval().toNanos();
        if (options.style() == Style.QUIET || now - lastShown < pause) return;
        lastShown = now;
        String line = String.format(
                Locale.ROOT,
                "%s  %d %%  loss %.3f  %s  %s left",
                epoch(report.epoch()),
                Math.round(100 * report.part()),
                lossSum / steps,
                rate((now - epochBegin) / NANOS),
                clock((now - begin) / NANOS * (totalUpdates - report.update()) / (report.update() - firstUpdate)));
        if (options.style() == Style.TERMINAL) {
            out.print(BEGIN_AGAIN + line + ERASE_REST);
            lineOpen = true;
        } else {
            out.print(line + "\n");
        }
        out.flush();
    }

    /**
     * Shows the end of an epoch.
     *
     * @param samples texts that the model made
     */
    void epochFinished(EpochReport report, List<String> samples) {
        double seconds = epochSeconds();
        String validation = report.validation().isEmpty() ? "" : "  validation " + values(report.validation());
        String training = report.validation().isEmpty()
                ? values(report.training())
                : number(report.training().getOrDefault("loss", Double.NaN));
        line(String.format(
                Locale.ROOT,
                "%s  loss %s%s  %s  %.1f s%s",
                epoch(report.epoch()),
                training,
                validation,
                rate(seconds),
                seconds,
                report.best() ? "  best" : ""));
        if (!samples.isEmpty()) line(SampleText.of(samples));
        steps = 0;
        lossSum = 0;
        epochBegin = options.nanoTime().getAsLong();
    }

    /** Shows a line, or several, that stay. */
    void line(String text) {
        if (options.style() == Style.QUIET) return;
        if (lineOpen) out.print(BEGIN_AGAIN + ERASE_REST);
        lineOpen = false;
        out.print(text + "\n");
        out.flush();
    }

    private String epoch(int epoch) {
        int width = Integer.toString(epochs).length();
        return String.format(Locale.ROOT, "epoch %" + width + "d/%d", epoch, epochs);
    }

    /** The loss without its name, the other values with theirs. */
    private static String values(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey().equals("loss") ? number(e.getValue()) : e.getKey() + " " + number(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.3f" : "%.4g", value);
    }

    private String rate(double seconds) {
        return String.format(Locale.ROOT, "%,d %s/s", Math.round(steps / Math.max(seconds, 1 / NANOS)), unit);
    }

    /** Minutes and seconds, with hours if there are any. */
    static String clock(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
