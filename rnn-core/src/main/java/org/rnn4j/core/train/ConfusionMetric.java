package org.rnn4j.core.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.metric.ConfusionMatrix;

/**
 * Which class was taken for which; its value is the balanced accuracy, the mean recall of the classes that are there. Its
 * table is the matrix, and its parts are the counts that are not 0.
 */
public final class ConfusionMetric implements Metric {
    private static final int MOST_CLASSES = 100;

    private final List<String> classes;

    private ConfusionMetric(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    /** Of classes of some names; none for data that is not known yet. */
    public static ConfusionMetric of(List<String> classes) {
        return new ConfusionMetric(classes);
    }

    @Override
    public Metric forData(Encoding data) {
        List<String> names = Symbols.of(data, name()).symbols();
        if (names.size() <= MOST_CLASSES && data.targetLength() != TargetLength.OWN) return of(names);
        throw new ConfigException(ErrorMessage.of("A confusion matrix cannot be made of this data")
                .fact("data", data.target() + ", " + data.targetLength().words())
                .fact("possible", "at most " + MOST_CLASSES + " classes, one for each step or sequence")
                .fix("remove it from the metrics")
                .toString());
    }

    @Override
    public String name() {
        return "confusionMatrix";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public int totals() {
        return classes.size() * classes.size();
    }

    @Override
    public void add(double[] totals, Observation observation) {
        LabelPairs labels = observation.labels().get();
        for (int k = 0; k < labels.size(); k++) {
            int[] said = labels.said().get(k);
            int[] expected = labels.expected().get(k);
            for (int t = 0; t < said.length; t++) {
                if (said[t] >= 0) totals[expected[t] * classes.size() + said[t]]++;
            }
        }
    }

    private ConfusionMatrix matrix(double[] totals) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        for (int k = 0; k < totals.length; k++) {
            matrix.add(k / classes.size(), k % classes.size(), (long) totals[k]);
        }
        return matrix;
    }

    @Override
    public double value(double[] totals) {
        return matrix(totals).balancedAccuracy();
    }

    @Override
    public Map<String, Double> parts(double[] totals) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int k = 0; k < totals.length; k++) {
            String pair = classes.get(k / classes.size()) + " said as " + classes.get(k % classes.size());
            if (totals[k] > 0) parts.put(pair, totals[k]);
        }
        return parts;
    }

    @Override
    public Optional<String> table(double[] totals) {
        return Optional.of(matrix(totals).table());
    }
}
