package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.train.Metric.Observation;

final class MetricTest {
    private static double value(Metric metric, Observation... observations) {
        double[] totals = new double[metric.totals()];
        for (Observation observation : observations) metric.add(totals, observation);
        return metric.value(totals);
    }

    private static Observation observed(Batch batch, Tensor output) {
        return new Observation(LossSum.NONE, batch, () -> output);
    }

    @Test
    void lossesOfBatchesAreWeighed() {
        Batch batch = Batch.of(Tensor.ofIds(new int[1], 1, 1));
        Observation one = new Observation(new LossSum(6, 2, 2), batch, () -> batch.input());
        Observation two = new Observation(new LossSum(2, 2, 2), batch, () -> batch.input());
        assertEquals(2, value(LossMetric.loss(), one, two));
        assertEquals(Math.exp(2), value(LossMetric.perplexity(), one, two));
        assertEquals(2 / Math.log(2), value(LossMetric.bitsPerCharacter(), one, two));
    }

    @Test
    void nothingCountedIsNotANumber() {
        assertTrue(Double.isNaN(value(LossMetric.loss())));
        assertTrue(Double.isNaN(value(new AccuracyMetric())));
    }

    @Test
    void accuracyCountsStepsWithinLengthAndMask() {
        // T = 2, B = 2; the second example has one step, the first one's second step is masked.
        Batch batch = Batch.of(Tensor.ofIds(new int[4], 2, 2), new int[] {2, 1})
                .withTarget(Tensor.ofIds(new int[] {1, 0, 0, 0}, 2, 2))
                .withTargetMask(Tensor.of(new float[] {1, 1, 0, 1}, 2, 2));
        Tensor output = Tensor.of(new float[] {0, 1, 0, 1, 1, 0, 1, 0}, 2, 2, 2);
        assertEquals(0.5, value(new AccuracyMetric(), observed(batch, output)));
    }

    @Test
    void accuracyOfWholeSequencesAndOfVectors() {
        Batch batch = Batch.of(Tensor.ofIds(new int[6], 3, 2), new int[] {3, 1})
                .withTarget(Tensor.of(new double[] {0, 1, 1, 0}, 2, 2));
        Tensor output = Tensor.of(new double[] {0.1, 0.2, 0.3, 0.4}, 2, 2);
        assertEquals(0.5, value(new AccuracyMetric(), observed(batch, output)));
    }

    @Test
    void accuracyOfLogits() {
        Batch batch = Batch.of(Tensor.ofIds(new int[3], 1, 3)).withTarget(Tensor.of(new double[] {1, 0, 1}, 1, 3, 1));
        Tensor output = Tensor.of(new double[] {2, 1, -1}, 1, 3, 1);
        assertEquals(1.0 / 3, value(new AccuracyMetric(), observed(batch, output)));
    }

    @Test
    void outputsThatAreNoNumbersHitNothing() {
        Batch batch = Batch.of(Tensor.ofIds(new int[1], 1, 1)).withTarget(Tensor.ofIds(new int[1], 1, 1));
        Tensor output = Tensor.of(new double[] {Double.NaN, 0}, 1, 1, 2);
        assertEquals(0, value(new AccuracyMetric(), observed(batch, output)));
    }

    @Test
    void scoresKeepTheirTotals() {
        Batch batch = Batch.of(Tensor.ofIds(new int[1], 1, 1));
        Scores scores = new Scores(java.util.List.of(LossMetric.perplexity()));
        scores.add(new Observation(new LossSum(3, 2, 2), batch, () -> batch.input()));
        Scores restored = new Scores(java.util.List.of(LossMetric.perplexity()));
        restored.restore(scores.memory());
        assertEquals(Map.of("loss", 1.5, "perplexity", Math.exp(1.5)), restored.values());
    }
}
