package org.rnn4j.core.train;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.config.Family;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.engine.LabelReader;
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

    /** More values of some totals by name, such as those of each class; none unless overridden. */
    default Map<String, Double> parts(double[] totals) {
        return Map.of();
    }

    /** What some totals say as a table; none unless overridden. */
    default Optional<String> table(double[] totals) {
        return Optional.empty();
    }

    /**
     * This metric for some data, whose symbols it may have to know.
     *
     * @throws org.rnn4j.api.ConfigException if it is not for such data
     */
    default Metric forData(Encoding data) {
        return this;
    }

    /**
     * What a metric may look at.
     *
     * @param loss the sums of the batch
     * @param batch with its targets
     * @param output of the network; copied only if it is asked for
     * @param labels that the network says and should say, where targets are symbols
     * @param prediction what the loss says that the output stands for, of the targets' shape where they are numbers
     */
    record Observation(
            LossSum loss,
            Batch batch,
            Supplier<Tensor> output,
            Supplier<LabelPairs> labels,
            Supplier<Tensor> prediction) {
        /** Labels are the greatest outputs, predictions the outputs. */
        public Observation(LossSum loss, Batch batch, Supplier<Tensor> output) {
            this(loss, batch, output, () -> greatest(batch, output.get()), output);
        }

        private static LabelPairs greatest(Batch batch, Tensor output) {
            return LabelReader.of(SoftmaxCrossEntropyLoss.of()).read(batch, output, name -> new double[0]);
        }
    }
}
