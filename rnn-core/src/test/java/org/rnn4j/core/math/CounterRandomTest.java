package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

final class CounterRandomTest {
    private static final RandomKey KEY =
            RandomKey.of(7, RandomPurpose.DROPOUT).named("layers.0").at(3, 5, 11);
    private static final int MANY = 200_000;
    /** With fixed seeds a test passes always or never; 1 in 1000 is far from what a broken generator gives. */
    private static final double SIGNIFICANCE = 1e-3;

    @Test
    void fillGivesWhatTheIndexGives() {
        float[] floats = new float[103];
        CounterRandom.fillUniform(KEY, floats, 2, 101);
        double[] doubles = new double[101];
        CounterRandom.fillUniform(KEY, doubles);
        for (int i = 100; i >= 0; i--) {
            assertEquals(CounterRandom.uniformFloat(KEY, i), floats[2 + i]);
            assertEquals(CounterRandom.uniform(KEY, i), doubles[i]);
        }
        assertEquals(0, floats[0] + floats[1]);
    }

    @Test
    void shorterFillIsThePrefixOfALongerOne() {
        for (int length : new int[] {0, 1, 2, 3, 5, 64}) {
            double[] longer = new double[64];
            double[] shorter = new double[length];
            CounterRandom.fillGaussian(KEY, longer);
            CounterRandom.fillGaussian(KEY, shorter);
            assertArrayEquals(Arrays.copyOf(longer, length), shorter);
        }
    }

    @Test
    void floatGaussiansAreTheDoubleOnesRounded() {
        double[] doubles = new double[9];
        float[] floats = new float[9];
        CounterRandom.fillGaussian(KEY, doubles);
        CounterRandom.fillGaussian(KEY, floats);
        for (int i = 0; i < 9; i++) {
            assertEquals((float) doubles[i], floats[i]);
        }
    }

    @Test
    void generatorWalksAlongTheSameStream() {
        CounterRandom random = new CounterRandom(KEY);
        for (int i = 0; i < 20; i++) {
            assertEquals(CounterRandom.uniformFloat(KEY, i), (random.nextInt() >>> 8) * 0x1p-24f);
        }
    }

    @Test
    void seedsOfCommonsMathBeginAnew() {
        CounterRandom random = new CounterRandom(KEY);
        random.setSeed(new int[] {1, 2});
        double first = random.nextGaussian();
        random.setSeed(3);
        double other = random.nextGaussian();
        random.setSeed(new int[] {1, 2});
        assertEquals(first, random.nextGaussian());
        random.setSeed(3L);
        assertEquals(other, random.nextGaussian());
        assertNotEquals(first, other);
    }

    @Test
    void everyPartOfTheKeyCounts() {
        RandomKey base = RandomKey.of(1, RandomPurpose.DROPOUT);
        List<RandomKey> keys = List.of(
                base,
                RandomKey.of(2, RandomPurpose.DROPOUT),
                RandomKey.of(1, RandomPurpose.NOISE),
                base.named("a"),
                base.named("b"),
                base.named("a").named("b"),
                base.named("b").named("a"),
                base.at(1, 0, 0),
                base.at(0, 1, 0),
                base.at(0, 0, 1));
        long different = keys.stream()
                .mapToDouble(key -> CounterRandom.uniform(key, 0))
                .distinct()
                .count();
        assertEquals(keys.size(), different);
    }

    @Test
    void numbersStayAsTheyAre() {
        // A change of these numbers changes every trained model that is to be made again.
        assertEquals(0x1.e26cd8p-1f, CounterRandom.uniformFloat(KEY, 0));
        assertEquals(0x1.3ccb45ec4a97p-1, CounterRandom.uniform(KEY, 1));
        double[] normal = new double[2];
        CounterRandom.fillGaussian(KEY, normal);
        assertArrayEquals(new double[] {-0x1.c0f3d612316cdp0, -0x1.9ef24c15a4f18p0}, normal);
        assertArrayEquals(new int[] {1, 0, 3, 4, 6, 5, 2, 7}, Shuffle.permutation(8, KEY));
    }

    @Test
    void uniformsHaveMeanAndVarianceOfTheUniformDistribution() {
        double[] values = uniforms(KEY);
        assertEquals(0.5, StatUtils.mean(values), 4 * Math.sqrt(1.0 / 12 / MANY));
        assertEquals(1.0 / 12, StatUtils.variance(values), 1e-3);
        assertTrue(StatUtils.min(values) >= 0 && StatUtils.max(values) < 1);
    }

    @Test
    void uniformsFillAllIntervalsAlike() {
        assertEven(IntStream.range(0, MANY)
                .mapToDouble(i -> CounterRandom.uniformFloat(KEY, i))
                .toArray());
        assertEven(uniforms(KEY));
    }

    @Test
    void neighbouringKeysAreEven() {
        RandomKey key = RandomKey.of(0, RandomPurpose.SAMPLE);
        assertEven(IntStream.range(0, MANY)
                .mapToDouble(i -> CounterRandom.uniform(key.at(i, 0, 0), 0))
                .toArray());
        assertEven(IntStream.range(0, MANY)
                .mapToDouble(i -> CounterRandom.uniform(key.at(0, i, 0), 0))
                .toArray());
        assertEven(IntStream.range(0, MANY)
                .mapToDouble(i -> CounterRandom.uniform(key.at(0, 0, i), 0))
                .toArray());
        assertEven(IntStream.range(0, MANY)
                .mapToDouble(i -> CounterRandom.uniform(RandomKey.of(i, RandomPurpose.SAMPLE), 0))
                .toArray());
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        double[] a = uniforms(KEY);
        for (RandomKey other : new RandomKey[] {
            KEY.at(4, 5, 11),
            KEY.at(3, 6, 11),
            KEY.at(3, 5, 12),
            KEY.named("layers.1"),
            RandomKey.of(8, RandomPurpose.DROPOUT)
        }) {
            assertEquals(0, new PearsonsCorrelation().correlation(a, uniforms(other)), 4 / Math.sqrt(MANY));
        }
    }

    @Test
    void gaussiansAreNormal() {
        double[] values = new double[MANY];
        CounterRandom.fillGaussian(KEY, values);
        assertEquals(0, StatUtils.mean(values), 4 / Math.sqrt(MANY));
        assertEquals(1, StatUtils.variance(values), 4 * Math.sqrt(2.0 / MANY));
        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), Arrays.copyOf(values, 10_000), false);
        assertTrue(p > SIGNIFICANCE, "p = " + p);
    }

    @Test
    void theEndOfAStreamIsAnError() {
        long words = 1L << 34;
        assertTrue(CounterRandom.uniformFloat(KEY, words - 1) < 1);
        assertTrue(CounterRandom.uniform(KEY, words / 2 - 1) < 1);
        assertThrows(IndexOutOfBoundsException.class, () -> CounterRandom.uniformFloat(KEY, words));
        assertThrows(IndexOutOfBoundsException.class, () -> CounterRandom.uniform(KEY, words / 2));
        assertThrows(IndexOutOfBoundsException.class, () -> CounterRandom.uniformFloat(KEY, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> CounterRandom.fillUniform(KEY, new float[3], 1, 3));
    }

    private static double[] uniforms(RandomKey key) {
        double[] values = new double[MANY];
        CounterRandom.fillUniform(key, values);
        return values;
    }

    private static void assertEven(double[] values) {
        int bins = 256;
        long[] counts = new long[bins];
        for (double value : values) {
            counts[(int) (value * bins)]++;
        }
        double[] expected = new double[bins];
        Arrays.fill(expected, (double) values.length / bins);
        double p = new ChiSquareTest().chiSquareTest(expected, counts);
        assertTrue(p > SIGNIFICANCE, "p = " + p);
    }
}
