package org.rnn4j.api;

/**
 * How a parameter's first values are drawn.
 *
 * <p>For a matrix [rows, columns], fan-in is columns and fan-out is rows. Random kinds depend on nothing but the seed and
 * the parameter's full name.
 */
public sealed interface Initializer {
    /** One number everywhere. */
    record Constant(double value) implements Initializer {}

    /** Uniform in [low, high). */
    record Uniform(double low, double high) implements Initializer {}

    /** Normal with mean 0. */
    record Normal(double standardDeviation) implements Initializer {}

    /**
     * Variance scaling: variance gain² / fan, with fan the mean of fan-in and fan-out, or fan-in alone.
     *
     * @param gain factor of the standard deviation
     * @param fanIn true for He, false for Glorot
     * @param normal true for a normal distribution, false for a uniform one
     */
    record Scaled(double gain, boolean fanIn, boolean normal) implements Initializer {}

    /** (Semi-)orthogonal, uniformly distributed, times a gain. */
    record Orthogonal(double gain) implements Initializer {}

    /** The number on the diagonal, 0 elsewhere. */
    record Identity(double value) implements Initializer {}

    /** Zeros. */
    static Initializer zeros() {
        return new Constant(0);
    }

    /** One number everywhere. */
    static Initializer constant(double value) {
        return new Constant(value);
    }

    /** Uniform in [low, high). */
    static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** Normal with mean 0. */
    static Initializer normal(double standardDeviation) {
        return new Normal(standardDeviation);
    }

    /** Uniform in ±√(6 / (fan-in + fan-out)). Source: Glorot and Bengio 2010, eq. 16. */
    static Initializer glorotUniform() {
        return new Scaled(1, false, false);
    }

    /** Normal with variance 2 / (fan-in + fan-out). Source: Glorot and Bengio 2010. */
    static Initializer glorotNormal() {
        return new Scaled(1, false, true);
    }

    /** Uniform in ±√(6 / fan-in). Source: He et al. 2015, eq. 10. */
    static Initializer heUniform() {
        return new Scaled(Math.sqrt(2), true, false);
    }

    /** Normal with variance 2 / fan-in. Source: He et al. 2015, eq. 10. */
    static Initializer heNormal() {
        return new Scaled(Math.sqrt(2), true, true);
    }

    /** (Semi-)orthogonal. Source: Saxe et al. 2014. */
    static Initializer orthogonal() {
        return new Orthogonal(1);
    }

    /** Ones on the diagonal. Source for recurrent weights: Le et al. 2015. */
    static Initializer identity() {
        return new Identity(1);
    }
}
