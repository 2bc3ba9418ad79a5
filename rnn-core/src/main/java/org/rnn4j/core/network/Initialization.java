package org.rnn4j.core.network;

import java.util.Arrays;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.Orthogonal;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * Draws the first values of parameters.
 *
 * <p>A parameter's values depend on the seed and its full name, and on nothing else: another layer beside it, or another
 * order of declaration, changes none of them.
 */
public final class Initialization {
    private Initialization() {}

    /** Draws every parameter of a network. */
    public static void draw(Weights weights, long seed) {
        for (Parameter parameter : weights.parameters()) {
            weights.set(parameter.name(), values(parameter, seed));
        }
    }

    /** The first values of one parameter, row-major. */
    public static double[] values(Parameter parameter, long seed) {
        RandomKey key = RandomKey.of(seed, RandomPurpose.INITIALIZE).named(parameter.name());
        double[] values = new double[parameter.length()];
        Initializer initializer = parameter.initializer();
        if (initializer instanceof Initializer.Constant constant) {
            Arrays.fill(values, constant.value());
        } else if (initializer instanceof Initializer.Uniform uniform) {
            fillUniform(values, key, uniform.low(), uniform.high());
        } else if (initializer instanceof Initializer.Normal normal) {
            fillNormal(values, key, normal.standardDeviation());
        } else if (initializer instanceof Initializer.Scaled scaled) {
            fillScaled(values, key, scaled, parameter);
        } else if (initializer instanceof Initializer.Orthogonal orthogonal) {
            return Orthogonal.matrix(parameter.rows(), parameter.columns(), orthogonal.gain(), key);
        } else if (initializer instanceof Initializer.Identity identity) {
            for (int i = 0; i < Math.min(parameter.rows(), parameter.columns()); i++) {
                values[i * parameter.columns() + i] = identity.value();
            }
        }
        return values;
    }

    /** Standard deviation gain / √fan; a uniform distribution in ±a has the standard deviation a / √3. */
    private static void fillScaled(double[] values, RandomKey key, Initializer.Scaled scaled, Parameter parameter) {
        double fan = scaled.fanIn() ? parameter.columns() : (parameter.rows() + parameter.columns()) / 2.0;
        double deviation = scaled.gain() / Math.sqrt(fan);
        if (scaled.normal()) {
            fillNormal(values, key, deviation);
        } else {
            fillUniform(values, key, -Math.sqrt(3) * deviation, Math.sqrt(3) * deviation);
        }
    }

    private static void fillUniform(double[] values, RandomKey key, double low, double high) {
        CounterRandom.fillUniform(key, values);
        for (int k = 0; k < values.length; k++) values[k] = low + (high - low) * values[k];
    }

    private static void fillNormal(double[] values, RandomKey key, double deviation) {
        CounterRandom.fillGaussian(key, values);
        for (int k = 0; k < values.length; k++) values[k] *= deviation;
    }
}
