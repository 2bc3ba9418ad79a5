package org.rnn4j.core.train;

import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/**
 * The share of targets that the network's greatest output hits.
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
        Batch batch = observation.batch();
        Tensor output = observation.output().get();
        Tensor target = batch.target().orElseThrow();
        int size = output.extent(output.rank() - 1);
        int[] lengths = batch.lengths();
        int rows = output.length() / size;
        for (int row = 0; row < rows; row++) {
            int b = row % lengths.length;
            boolean masked =
                    batch.targetMask().isPresent() && batch.targetMask().get().get(row) == 0;
            // The one row of a whole sequence counts if the sequence has any step: row / B is 0 then.
            if (masked || row / lengths.length >= lengths[b]) continue;
            totals[0] += hits(output, target, row, size) ? 1 : 0;
            totals[1]++;
        }
    }

    @Override
    public double value(double[] totals) {
        return totals[1] == 0 ? Double.NaN : totals[0] / totals[1];
    }

    private static boolean hits(Tensor output, Tensor target, int row, int size) {
        if (size == 1 && !target.isIds()) return output.get(row) > 0 == target.get(row) > HALF;
        int wanted = target.isIds() ? (int) target.get(row) : greatest(target, row, size);
        return greatest(output, row, size) == wanted;
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
