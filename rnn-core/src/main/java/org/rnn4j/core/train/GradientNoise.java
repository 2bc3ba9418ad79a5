package org.rnn4j.core.train;

import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * Gaussian noise that is added to gradients, less of it at every update; it helps deep networks out of bad beginnings.
 *
 * <p>Update t, counted from 0, for each number of each gradient:
 * <pre>
 * g' = g + N(0, σ²)    σ² = η / (1 + t)^γ
 * </pre>
 *
 * <p>Added after clipping. A number depends on the seed, the parameter's name, its place and t only, so that a resumed
 * training goes on bit for bit.
 *
 * <p>Source: Neelakantan et al. 2015, arXiv:1511.06807, equation 1: η from 0.01, 0.3 or 1; γ = 0.55.
 *
 * @param eta η, the variance at the first update, above 0
 * @param gamma γ, at least 0; 0 for noise that stays
 */
public record GradientNoise(double eta, double gamma) {
    /** The variance at the first update. */
    public static final Option<Double> ETA = Option.number(
                    "gradientNoise", "variance of noise that is added to gradients at the first update")
            .above(0);
    /** How fast it falls. */
    public static final Option<Double> GAMMA = Option.number(
                    "gradientNoiseDecay", "γ, the variance falls as 1 / (1 + update)^γ")
            .atLeast(0)
            .orElse(0.55);

    /** Checks the ranges. */
    public GradientNoise {
        ETA.checked(eta);
        GAMMA.checked(gamma);
    }

    /** Noise of a variance at the first update, which falls as in the paper. */
    public static GradientNoise of(double eta) {
        return new GradientNoise(eta, 0.55);
    }

    /** σ at an update, counted from 0. */
    double deviation(long update) {
        return Math.sqrt(eta / Math.pow(1 + update, gamma));
    }

    /** Adds the noise of an update to all gradients. */
    void add(Weights gradients, long seed, long update) {
        double deviation = deviation(update);
        RandomKey key = RandomKey.of(seed, RandomPurpose.NOISE);
        for (Parameter parameter : gradients.parameters()) {
            double[] values = gradients.get(parameter.name());
            double[] noise = new double[values.length];
            CounterRandom.fillGaussian(key.named(parameter.name()).at(Long.hashCode(update), 0, 0), noise);
            for (int k = 0; k < values.length; k++) values[k] += deviation * noise[k];
            gradients.set(parameter.name(), values);
        }
    }
}
