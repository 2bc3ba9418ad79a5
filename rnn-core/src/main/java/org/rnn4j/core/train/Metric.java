package org.rnn4j.core.train;

import java.util.function.Supplier;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Tensor;

/**
 * A number that tells how good a network is on some data.
 *
 * <p>It is gathered batch by batch in totals, which are plain numbers so that a checkpoint can keep them; what totals mean
 * is the metric's own affair. Immutable.
 */
public interface Metric {
    /** All kinds of metrics. */
    Family<Metric> FAMILY = new Family<>("metric", Metric.class, MetricProvider.class);

    /** Its name in reports: {@code perplexity}. */
    String name();

    /** True if a larger value is a better one. */
    default boolean higherIsBetter() {
        return false;
    }

    /** Number of totals; all are 0 at first. */
    int totals();

    /** Adds a batch to the totals. */
    void add(double[] totals, Observation observation);

    /** The value of some totals; NaN if nothing was counted. */
    double value(double[] totals);

    /**
     * What a metric may look at.
     *
     * @param loss the sums of the batch
     * @param batch with its targets
     * @param output of the network; copied only if it is asked for
     */
    record Observation(LossSum loss, Batch batch, Supplier<Tensor> output) {}
}
