package org.rnn4j.core.train;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.metric.Bleu.Smoothing;

/** Makes metrics of labels, texts, tags and numbers available to configurations. */
public final class TaskMetricProviders {
    private static final Option<Smoothing> SMOOTHING = Option.choice(
                    "smoothing", "what to do where no n-gram of a length is right", Smoothing.class)
            .orElse(Smoothing.EXPONENTIAL);

    private TaskMetricProviders() {}

    /** Makes {@code sequenceAccuracy} available. */
    public static final class SequenceAccuracy implements MetricProvider {
        @Override
        public String type() {
            return "sequenceAccuracy";
        }

        @Override
        public String summary() {
            return "The share of sequences all of whose labels are right.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return new SequenceAccuracyMetric();
        }
    }

    /** Makes {@code characterErrorRate} available. */
    public static final class CharacterErrorRate implements MetricProvider {
        @Override
        public String type() {
            return "characterErrorRate";
        }

        @Override
        public String summary() {
            return "Insertions, deletions and replacements for each character of the right text.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return ErrorRateMetric.unbound(false);
        }
    }

    /** Makes {@code wordErrorRate} available. */
    public static final class WordErrorRate implements MetricProvider {
        @Override
        public String type() {
            return "wordErrorRate";
        }

        @Override
        public String summary() {
            return "Insertions, deletions and replacements for each word of the right text.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return ErrorRateMetric.unbound(true);
        }
    }

    /** Makes {@code bleu} available. */
    public static final class Bleu implements MetricProvider {
        @Override
        public String type() {
            return "bleu";
        }

        @Override
        public String summary() {
            return "How many n-grams of what is said stand in the right text, from 0 to 100.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(SMOOTHING);
        }

        @Override
        public Metric create(Config config) {
            return BleuMetric.unbound(config.get(SMOOTHING));
        }
    }

    /** Makes {@code entities} available. */
    public static final class Entities implements MetricProvider {
        @Override
        public String type() {
            return "entities";
        }

        @Override
        public String summary() {
            return "Precision, recall and F1 of entities in BIO or BIOES tags.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(Measure.OPTION);
        }

        @Override
        public Metric create(Config config) {
            return EntityMetric.of(config.get(Measure.OPTION), List.of());
        }
    }

    /** Makes {@code multiLabel} available. */
    public static final class MultiLabel implements MetricProvider {
        @Override
        public String type() {
            return "multiLabel";
        }

        @Override
        public String summary() {
            return "Precision, recall and F1 of labels of which any number may hold.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(Measure.OPTION, MultiLabelMetric.THRESHOLD);
        }

        @Override
        public Metric create(Config config) {
            return MultiLabelMetric.of(config.get(Measure.OPTION), config.get(MultiLabelMetric.THRESHOLD), 1);
        }
    }

    /** Makes {@code meanAbsoluteError} available. */
    public static final class MeanAbsoluteError implements MetricProvider {
        @Override
        public String type() {
            return "meanAbsoluteError";
        }

        @Override
        public String summary() {
            return "The mean distance of predictions from targets, in the units of the data.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return ErrorMetric.meanAbsolute();
        }
    }

    /** Makes {@code rootMeanSquaredError} available. */
    public static final class RootMeanSquaredError implements MetricProvider {
        @Override
        public String type() {
            return "rootMeanSquaredError";
        }

        @Override
        public String summary() {
            return "The root of the mean squared distance of predictions from targets, in the units of the data.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return ErrorMetric.rootMeanSquared();
        }
    }

    /** Makes {@code confusionMatrix} available. */
    public static final class Confusion implements MetricProvider {
        @Override
        public String type() {
            return "confusionMatrix";
        }

        @Override
        public String summary() {
            return "Which class is taken for which; its value is the mean recall of the classes.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Metric create(Config config) {
            return ConfusionMetric.of(List.of());
        }
    }
}
