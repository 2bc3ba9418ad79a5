package org.rnn4j.core.train;

import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.TargetLength;
import org.rnn4j.core.engine.LabelPairs;
import org.rnn4j.core.engine.Tensor;

/**
 * The share of targets that the network hits: by its greatest output, or by the labels that a loss of whole sequences finds.
 *
 * <p>Targets are class indices, or vectors whose greatest element is the class. An output of one number, a logit, stands
 * for a yes if it is above 0, and a target for one if it is above a half.
 *
 * <p>Edge cases: of equal outputs the first counts as the greatest; an output that is no number hits nothing.
 */
public final class AccuracyMetric implements Metric {
    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public int totals() {
        return 2;
    }

    @Override
    public void add(double[] totals, Observation observation) {
        Tensor target = observation.batch().target().orElseThrow();
        if (target.isIds()) {
            add(totals, observation.labels().get());
            return;
        }
        Tensor output = observation.output().get();
        int size = output.extent(output.rank() - 1);
        Positions.forEach(observation.batch(), output, row -> {
            totals[0] += hits(output, target, row, size) ? 1 : 0;
            totals[1]++;
        });
    }

    private static void add(double[] totals, LabelPairs labels) {
        for (int k = 0; k < labels.size(); k++) {
            int[] said = labels.said().get(k);
            int[] expected = labels.expected().get(k);
            for (int t = 0; t < said.length; t++) totals[0] += said[t] == expected[t] ? 1 : 0;
            totals[1] += said.length;
        }
    }

    @Override
    public Metric forData(Encoding data) {
        if (data.targetLength() != TargetLength.OWN) return this;
        throw new ConfigException(ErrorMessage.of("The metric 'accuracy' is for targets at steps or of sequences")
                .fact("data", "targets " + data.targetLength().words())
                .fix("use characterErrorRate, wordErrorRate or sequenceAccuracy")
                .toString());
    }

    @Override
    public double value(double[] totals) {
        return totals[1] == 0 ? Double.NaN : totals[0] / totals[1];
    }

    private static boolean hits(Tensor output, Tensor target, int row, int size) {
        if (size == 1) return output.get(row) > 0 == target.get(row) > HALF;
        return greatest(output, row, size) == greatest(target, row, size);
    }

    /** The index of the greatest element of a row; −1 if one is no number. */
    private static int greatest(Tensor tensor, int row, int size) {
        int best = 0;
        for (int i = 0; i < size; i++) {
            double value = tensor.get(row * size + i);
            if (Double.isNaN(value)) return -1;
            if (value > tensor.get(row * size + best)) best = i;
        }
        return best;
    }
}
