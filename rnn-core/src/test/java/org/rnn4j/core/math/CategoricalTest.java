package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

final class CategoricalTest {
    private static final double ROUNDING = 1e-12;
    private static final double FORBIDDEN = Double.NEGATIVE_INFINITY;
    private static final double JUST_BELOW_ONE = 0x1.fffffffffffffp-1;
    /** Logits of the probabilities 0.1, 0.4, 0.2, 0.3. */
    private static final double[] LOGITS = {Math.log(1), Math.log(4), Math.log(2), Math.log(3)};

    @Test
    void atTemperatureOneProbabilitiesAreTheSoftmax() {
        assertProbabilities(Categorical.atTemperature(1), LOGITS, 0.1, 0.4, 0.2, 0.3);
    }

    @Test
    void lowTemperatureSharpensAndHighTemperatureFlattens() {
        assertProbabilities(Categorical.atTemperature(0.5), LOGITS, 1 / 30.0, 16 / 30.0, 4 / 30.0, 9 / 30.0);
        assertProbabilities(Categorical.atTemperature(1e300), LOGITS, 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void temperatureZeroIsGreedyAndTakesTheFirstOfEquals() {
        double[] ties = {1, 3, 3, 2};
        assertProbabilities(Categorical.greedy(), ties, 0, 1, 0, 0);
        for (double uniform : new double[] {0, 0.5, JUST_BELOW_ONE}) {
            assertEquals(1, Categorical.greedy().sample(ties, uniform));
        }
    }

    @Test
    void temperatureNearZeroLeavesTheGreatest() {
        assertProbabilities(Categorical.atTemperature(Double.MIN_VALUE), LOGITS, 0, 1, 0, 0);
        assertProbabilities(Categorical.atTemperature(Double.MIN_VALUE), new double[] {3, 1, 3}, 0.5, 0, 0.5);
    }

    @Test
    void topKKeepsTheGreatest() {
        Categorical categorical = Categorical.atTemperature(1);
        assertProbabilities(categorical.withTopK(1), LOGITS, 0, 1, 0, 0);
        assertProbabilities(categorical.withTopK(2), LOGITS, 0, 4 / 7.0, 0, 3 / 7.0);
        assertProbabilities(categorical.withTopK(4), LOGITS, 0.1, 0.4, 0.2, 0.3);
        assertProbabilities(categorical.withTopK(5), LOGITS, 0.1, 0.4, 0.2, 0.3);
        assertProbabilities(categorical.withTopK(Categorical.ALL), LOGITS, 0.1, 0.4, 0.2, 0.3);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        Categorical categorical = Categorical.atTemperature(1);
        assertProbabilities(categorical.withTopP(1e-9), LOGITS, 0, 1, 0, 0);
        assertProbabilities(categorical.withTopP(0.39), LOGITS, 0, 1, 0, 0);
        assertProbabilities(categorical.withTopP(0.41), LOGITS, 0, 4 / 7.0, 0, 3 / 7.0);
        assertProbabilities(categorical.withTopP(0.75), LOGITS, 0, 4 / 9.0, 2 / 9.0, 3 / 9.0);
        assertProbabilities(categorical.withTopP(0.95), LOGITS, 0.1, 0.4, 0.2, 0.3);
        assertProbabilities(categorical.withTopP(1), LOGITS, 0.1, 0.4, 0.2, 0.3);
    }

    @Test
    void topPCountsAfterTopKAndTemperature() {
        // Of 4/7 and 3/7 the first alone reaches 0.5; of all four, 0.4 would not.
        assertProbabilities(Categorical.atTemperature(1).withTopK(2).withTopP(0.5), LOGITS, 0, 1, 0, 0);
        assertProbabilities(Categorical.atTemperature(0.5).withTopP(0.5), LOGITS, 0, 1, 0, 0);
    }

    @Test
    void equalLogitsAreKeptFromTheLowestIndex() {
        double[] ties = {1, 2, 1, 1};
        Categorical categorical = Categorical.atTemperature(1);
        assertArrayEquals(new int[] {0, 1, 2}, kept(categorical.withTopK(3), ties));
        assertArrayEquals(new int[] {0, 1}, kept(categorical.withTopK(2), ties));
        double[] zeros = {-0.0, 0.0, -0.0, 0.0};
        assertArrayEquals(new int[] {0, 1}, kept(categorical.withTopK(2), zeros));
        assertArrayEquals(new int[] {0, 1}, kept(categorical.withTopP(0.5), zeros));
    }

    @Test
    void forbiddenTokensAreNeverChosen() {
        double[] logits = {FORBIDDEN, 0, FORBIDDEN, 0, FORBIDDEN};
        Categorical categorical = Categorical.atTemperature(1);
        assertEquals(1, categorical.sample(logits, 0));
        assertEquals(1, categorical.sample(logits, 0.49));
        assertEquals(3, categorical.sample(logits, 0.5));
        assertEquals(3, categorical.sample(logits, JUST_BELOW_ONE));
        assertEquals(3, categorical.withTopK(4).sample(logits, JUST_BELOW_ONE));
        assertEquals(3, categorical.withTopP(0.9999).sample(logits, JUST_BELOW_ONE));
    }

    @Test
    void uniformNumberRunsAlongTheProbabilitiesByIndex() {
        Categorical categorical = Categorical.atTemperature(1);
        assertEquals(0, categorical.sample(LOGITS, 0.0999));
        assertEquals(1, categorical.sample(LOGITS, 0.1001));
        assertEquals(2, categorical.sample(LOGITS, 0.5001));
        assertEquals(3, categorical.sample(LOGITS, 0.7001));
    }

    @Test
    void frequenciesAreTheProbabilities() {
        Categorical categorical = Categorical.atTemperature(0.7).withTopK(3);
        RandomKey key = RandomKey.of(3, RandomPurpose.SAMPLE);
        int many = 50_000;
        long[] counts = new long[LOGITS.length];
        for (int i = 0; i < many; i++) {
            counts[categorical.sample(LOGITS, CounterRandom.uniform(key.at(0, 0, i), 0))]++;
        }
        assertEquals(0, counts[0]);
        double[] expected = Arrays.stream(categorical.probabilities(LOGITS))
                .skip(1)
                .map(p -> p * many)
                .toArray();
        double p = new ChiSquareTest().chiSquareTest(expected, Arrays.copyOfRange(counts, 1, 4));
        assertTrue(p > 1e-3, "p = " + p);
    }

    @Test
    void floatsAndDoublesGiveTheSame() {
        float[] floats = {0.5f, -1, 2, 2};
        double[] doubles = {0.5, -1, 2, 2};
        Categorical categorical = new Categorical(0.9, 3, 0.8);
        assertArrayEquals(categorical.probabilities(doubles), categorical.probabilities(floats));
        for (double uniform = 0; uniform < 1; uniform += 0.05) {
            assertEquals(categorical.sample(doubles, uniform), categorical.sample(floats, uniform));
        }
    }

    @Test
    void agreesWithSortingOnRandomLogits() {
        for (int run = 0; run < 200; run++) {
            double[] logits = new double[1 + run % 37];
            CounterRandom.fillGaussian(RandomKey.of(run, RandomPurpose.SAMPLE), logits);
            if (run % 2 == 0) Arrays.setAll(logits, i -> Math.rint(logits[i]) + 0.0);
            int k = 1 + run % 11;
            int[] byLogit = IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i]))
                    .limit(k)
                    .mapToInt(i -> i)
                    .sorted()
                    .toArray();
            assertArrayEquals(byLogit, kept(Categorical.atTemperature(1).withTopK(k), logits), "run " + run);
        }
    }

    @Test
    void inputIsNotChanged() {
        double[] logits = LOGITS.clone();
        new Categorical(0.5, 2, 0.5).sample(logits, 0.5);
        assertArrayEquals(LOGITS, logits);
    }

    private static int[] kept(Categorical categorical, double[] logits) {
        double[] probabilities = categorical.probabilities(logits);
        return IntStream.range(0, logits.length)
                .filter(i -> probabilities[i] > 0)
                .toArray();
    }

    private static void assertProbabilities(Categorical categorical, double[] logits, double... expected) {
        assertArrayEquals(expected, categorical.probabilities(logits), ROUNDING);
    }
}
