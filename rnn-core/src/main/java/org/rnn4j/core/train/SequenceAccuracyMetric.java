package org.rnn4j.core.train;

import java.util.Arrays;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.engine.LabelPairs;

/** The share of sequences all of whose labels are right. */
public final class SequenceAccuracyMetric implements Metric {
    @Override
    public String name() {
        return "sequenceAccuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Metric forData(Encoding data) {
        Symbols.of(data, name());
        return this;
    }

    @Override
    public int totals() {
        return 2;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        LabelPairs labels = observation.labels().get();
        for (int k = 0; k < labels.size(); k++) {
            if (Arrays.equals(labels.said().get(k), labels.expected().get(k))) totals[0]++;
        }
        totals[1] += labels.size();
    }

    @Override
    public double value(double[] totals) {
        return totals[0] / totals[1];
    }
}
