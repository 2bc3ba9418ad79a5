package org.rnn4j.core.data.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.engine.Tensor;

/**
 * Time series: the next value of two waves, a trend, and noise that does not go away.
 *
 * <pre>
 * x_t = s_t + ε_t,  s_t = a sin(2π t / p + φ) + b sin(2π t / q + ψ) + c t
 * </pre>
 *
 * <p>Periods p from 8 to 16 and q from 20 to 40 steps, a and b from 0.5 to 1, slope c up to ±0.01, all uniform; ε normal with
 * standard deviation {@code noise}. A step reads x_t and should say x_{t+1}; for judging, the first ten steps do not count. No
 * prediction can have a mean squared error below noise².
 *
 * @param length steps of a sequence
 * @param noise standard deviation of ε
 */
record NoisySeries(int length, double noise) implements Task {
    private static final int UNJUDGED = 10;

    @Override
    public Encoding encoding() {
        return new Encoding(new Feature.Numbers(1), new Feature.Numbers(1), true);
    }

    @Override
    public Example example(RandomGenerator random, int number, Use use) {
        double fast = 8 + 8 * random.nextDouble();
        double slow = 20 + 20 * random.nextDouble();
        double a = 0.5 + 0.5 * random.nextDouble();
        double b = 0.5 + 0.5 * random.nextDouble();
        double slope = 0.02 * random.nextDouble() - 0.01;
        double phi = 2 * Math.PI * random.nextDouble();
        double psi = 2 * Math.PI * random.nextDouble();
        double[] x = new double[length + 1];
        for (int t = 0; t <= length; t++) {
            double waves = a * Math.sin(2 * Math.PI * t / fast + phi) + b * Math.sin(2 * Math.PI * t / slow + psi);
            x[t] = waves + slope * t + noise * random.nextGaussian();
        }
        double[] read = new double[length];
        double[] said = new double[length];
        double[] mask = new double[length];
        for (int t = 0; t < length; t++) {
            read[t] = x[t];
            said[t] = x[t + 1];
            mask[t] = t < UNJUDGED ? 0 : 1;
        }
        Example example = Example.of(Tensor.of(read, length, 1), Tensor.of(said, length, 1));
        return use == Use.TRAINING ? example : example.withTargetMask(Tensor.of(mask, length));
    }

    /** Makes it available as {@code noisySeries}. */
    public static final class Provider implements TaskProvider {
        private static final Option<Integer> LENGTH = Option.integer("length", "steps of a sequence")
                .atLeast(UNJUDGED + 1)
                .orElse(60);
        private static final Option<Double> NOISE = Option.number("noise", "standard deviation of the noise")
                .atLeast(0)
                .orElse(0.1);

        @Override
        public String type() {
            return "noisySeries";
        }

        @Override
        public String summary() {
            return "The next value of a time series of waves, a trend and noise.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LENGTH, NOISE);
        }

        @Override
        public Task create(Config config) {
            return new NoisySeries(config.get(LENGTH), config.get(NOISE));
        }
    }
}
