package org.rnn4j.core.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.metric.PrecisionRecall;

/**
 * Precision, recall or F1 of labels of which any number may hold, all labels together; its parts are those of each label. A
 * label is said if its prediction exceeds the threshold, and holds if its target exceeds ½.
 */
public final class MultiLabelMetric implements Metric {
    static final Option<Double> THRESHOLD = Option.number("threshold", "probability above which a label is said")
            .atLeast(0)
            .atMost(1)
            .orElse(0.5);

    private static final int COUNTS = 3;
    private static final double HALF = 0.5;

    private final Measure measure;
    private final double threshold;
    private final int labels;

    private MultiLabelMetric(Measure measure, double threshold, int labels) {
        this.measure = measure;
        this.threshold = THRESHOLD.checked(threshold);
        this.labels = labels;
    }

    /** Of a number of labels. */
    public static MultiLabelMetric of(Measure measure, double threshold, int labels) {
        return new MultiLabelMetric(measure, threshold, labels);
    }

    @Override
    public Metric forData(Encoding data) {
        if (data.target().isSymbols() || data.targetLength() == TargetLength.OWN) {
            throw new ConfigException(ErrorMessage.of("The metric '" + name() + "' is for targets of yes and no")
                    .fact("data", data.target())
                    .fix("use accuracy, or give targets as lists of 0 and 1")
                    .toString());
        }
        return of(measure, threshold, data.target().size());
    }

    @Override
    public String name() {
        return measure.after("multiLabel");
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public int totals() {
        return COUNTS * labels;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        Tensor prediction = observation.prediction().get();
        Tensor target = observation.batch().target().orElseThrow();
        Positions.forEach(observation.batch(), prediction, row -> {
            for (int k = 0; k < labels; k++) {
                boolean said = prediction.get(row * labels + k) > threshold;
                boolean holds = target.get(row * labels + k) > HALF;
                if (said && holds) totals[COUNTS * k]++;
                if (said) totals[COUNTS * k + 1]++;
                if (holds) totals[COUNTS * k + 2]++;
            }
        });
    }

    private static PrecisionRecall counts(double[] totals, int label) {
        int at = COUNTS * label;
        return new PrecisionRecall((long) totals[at], (long) totals[at + 1], (long) totals[at + 2]);
    }

    @Override
    public double value(double[] totals) {
        PrecisionRecall sum = PrecisionRecall.NONE;
        for (int k = 0; k < labels; k++) sum = sum.plus(counts(totals, k));
        return sum.found() + sum.expected() == 0 ? Double.NaN : measure.of(sum);
    }

    @Override
    public Map<String, Double> parts(double[] totals) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int k = 0; k < labels; k++) {
            for (Measure each : Measure.values()) parts.put("label " + k + " " + each, each.of(counts(totals, k)));
        }
        return parts;
    }
}
