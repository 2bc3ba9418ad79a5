package org.rnn4j.core.train;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes the metrics of this package available to configurations. */
public final class MetricProviders {
    private MetricProviders() {}

    /** Makes {@code perplexity} available. */
    public static final class Perplexity implements MetricProvider {
        @Override
        public String type() {
            return "perplexity";
        }

        @Override
        public String summary() {
            return "e to the power of the mean loss: among how many symbols the network hesitates.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return LossMetric.perplexity();
        }
    }

    /** Makes {@code bitsPerCharacter} available. */
    public static final class BitsPerCharacter implements MetricProvider {
        @Override
        public String type() {
            return "bitsPerCharacter";
        }

        @Override
        public String summary() {
            return "The mean loss in bits: how far the network could compress a text.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return LossMetric.bitsPerCharacter();
        }
    }

    /** Makes {@code accuracy} available. */
    public static final class Accuracy implements MetricProvider {
        @Override
        public String type() {
            return "accuracy";
        }

        @Override
        public String summary() {
            return "The share of targets that the network's greatest output hits.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return new AccuracyMetric();
        }
    }
}
