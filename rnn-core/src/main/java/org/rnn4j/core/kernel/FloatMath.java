package org.rnn4j.core.kernel;

/** Elementary functions in float arithmetic, the same bits in scalar and in vector kernels. */
public final class FloatMath {
    private FloatMath() {}

    /** Returns e to the power x. */
    public static float exp(float x) {
        return (float) StrictMath.exp(x);
    }

    /** Returns the natural logarithm. */
    public static float log(float x) {
        return (float) StrictMath.log(x);
    }

    /** Returns {@code 1 / (1 + exp(-x))}. */
    public static float sigmoid(float x) {
        return (float) (1 / (1 + StrictMath.exp(-x)));
    }

    /** Returns the hyperbolic tangent. */
    public static float tanh(float x) {
        return (float) StrictMath.tanh(x);
    }

    /** Returns {@code log(1 + exp(x))}. */
    public static float softplus(float x) {
        return (float) (Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
    }
}
