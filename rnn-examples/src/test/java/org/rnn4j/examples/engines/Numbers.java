package org.rnn4j.examples.engines;

import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** Random numbers of a fixed seed, which a float32 holds exactly: both engines begin with the same ones. */
final class Numbers {
    private static final long SEED = 20;

    private Numbers() {}

    /** Normally distributed numbers; those of one name are always the same. */
    static double[] gaussian(String name, int length, double deviation) {
        double[] numbers = new double[length];
        CounterRandom.fillGaussian(RandomKey.of(SEED, RandomPurpose.NOISE).named(name), numbers);
        for (int k = 0; k < length; k++) numbers[k] = (float) (deviation * numbers[k]);
        return numbers;
    }

    /** Whole numbers from 0 to below a bound. */
    static int[] below(String name, int length, int bound) {
        double[] numbers = new double[length];
        CounterRandom.fillUniform(RandomKey.of(SEED, RandomPurpose.NOISE).named(name), numbers);
        int[] whole = new int[length];
        for (int k = 0; k < length; k++) whole[k] = (int) (numbers[k] * bound);
        return whole;
    }
}
