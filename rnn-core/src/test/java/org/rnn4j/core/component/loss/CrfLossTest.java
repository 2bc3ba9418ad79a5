package org.rnn4j.core.component.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CrfLossTest {
    private static final int CLASSES = 3;

    private static Outputs example(int steps, int seed) {
        return Outputs.random(steps, CLASSES, seed)
                .withRandom(CrfLoss.TRANSITIONS, CLASSES * CLASSES)
                .withRandom(CrfLoss.START, CLASSES)
                .withRandom(CrfLoss.END, CLASSES);
    }

    private static double score(Outputs example, int[] y) {
        double score = example.parameter(CrfLoss.START)[y[0]] + example.parameter(CrfLoss.END)[y[y.length - 1]];
        for (int t = 0; t < y.length; t++) {
            score += example.output(t)[y[t]];
            if (t > 0) score += example.parameter(CrfLoss.TRANSITIONS)[y[t - 1] * CLASSES + y[t]];
        }
        return score;
    }

    @Test
    void lossIsThatOfAllSequencesOfClasses() {
        for (int steps = 1; steps <= 5; steps++) {
            Outputs example = example(steps, steps);
            double[] z = {0};
            Outputs.forAll(steps, CLASSES, y -> z[0] += Math.exp(score(example, y)));
            Outputs.forAll(
                    steps,
                    CLASSES,
                    y -> assertEquals(
                            Math.log(z[0]) - score(example, y), CrfLoss.of().loss(example.withLabels(y)), 1e-11));
        }
    }

    @Test
    void labelsAreThoseOfTheHighestScore() {
        for (int seed = 0; seed < 10; seed++) {
            Outputs example = example(5, seed);
            int[][] best = {new int[5]};
            Outputs.forAll(5, CLASSES, y -> {
                if (score(example, y) > score(example, best[0])) best[0] = y;
            });
            assertArrayEquals(best[0], CrfLoss.of().labels(example));
        }
    }

    @Test
    void withoutTransitionsItIsSoftmaxCrossEntropy() {
        Outputs random = Outputs.random(4, CLASSES, 3);
        Map<String, double[]> zeros = Map.of(
                CrfLoss.TRANSITIONS, new double[CLASSES * CLASSES],
                CrfLoss.START, new double[CLASSES],
                CrfLoss.END, new double[CLASSES]);
        Outputs example = new Outputs(random.outputs(), new int[] {0, 2, 1, 1}, zeros);
        double expected = 0;
        for (int t = 0; t < 4; t++) expected -= LogSum.logSoftmax(random.output(t))[example.label(t)];
        assertEquals(expected, CrfLoss.of().loss(example), 1e-12);
        assertEquals(4, CrfLoss.of().weight(example));
    }
}
