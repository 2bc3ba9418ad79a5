package org.rnn4j.core.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/**
 * How training is judged on its way.
 *
 * @param metrics besides the loss
 * @param monitor name of the metric that says which weights are the best; {@code loss} or one of the metrics
 * @param everyUpdates updates between two validations; once after each epoch if empty
 * @param keepBest true if the best weights are those that remain at the end
 * @param earlyStopping when to end before the last epoch
 */
public record Validation(
        List<Metric> metrics,
        String monitor,
        OptionalInt everyUpdates,
        boolean keepBest,
        Optional<EarlyStopping> earlyStopping) {
    /** The name of the loss among the metrics. */
    public static final String LOSS = "loss";

    /** Copies the list; checks that the monitor is among the metrics. */
    public Validation {
        metrics = List.copyOf(metrics);
        List<String> names = new java.util.ArrayList<>(List.of(LOSS));
        metrics.forEach(metric -> names.add(metric.name()));
        if (!names.contains(monitor)) {
            throw new ConfigException(ErrorMessage.of("No metric '" + monitor + "' to judge by")
                    .choices(monitor, names)
                    .fix("add it to the metrics, or correct the name")
                    .toString());
        }
    }

    /** By the loss, after each epoch; the best weights remain. */
    public static Validation byLoss() {
        return new Validation(List.of(), LOSS, OptionalInt.empty(), true, Optional.empty());
    }

    /** The same with other metrics besides the loss. */
    public Validation withMetrics(Metric... newMetrics) {
        return new Validation(List.of(newMetrics), monitor, everyUpdates, keepBest, earlyStopping);
    }

    /** The same judged by another metric. */
    public Validation withMonitor(String metric) {
        return new Validation(metrics, metric, everyUpdates, keepBest, earlyStopping);
    }

    /** The same every so many updates. */
    public Validation withEveryUpdates(int updates) {
        return new Validation(metrics, monitor, OptionalInt.of(updates), keepBest, earlyStopping);
    }

    /** The same; the best weights remain at the end, or the last ones. */
    public Validation withKeepBest(boolean whether) {
        return new Validation(metrics, monitor, everyUpdates, whether, earlyStopping);
    }

    /** The same with early stopping. */
    public Validation withEarlyStopping(EarlyStopping stopping) {
        return new Validation(metrics, monitor, everyUpdates, keepBest, Optional.of(stopping));
    }

    /** True if a larger value of the monitored metric is a better one. */
    boolean higherIsBetter() {
        return metrics.stream().anyMatch(m -> m.name().equals(monitor) && m.higherIsBetter());
    }
}
