package org.rnn4j.core.kernel;

import static org.rnn4j.core.kernel.Approximations.*;

/**
 * Elementary functions in float arithmetic: the same formulas, and so the same bits, in scalar and in vector kernels.
 *
 * <p>NaN gives NaN. Errors are the largest over all floats, against double arithmetic; one ulp is the distance of
 * neighbouring floats at the result.
 */
public final class FloatMath {
    private FloatMath() {}

    /**
     * Returns e to the power x: infinity above 88.72, 0 below -87.33 (where the result would be subnormal).
     *
     * <p>{@code x = n ln 2 + r}; {@code e^r} by a polynomial of degree 6, n added to its exponent.
     */
    public static float exp(float x) {
        float t = Math.fma(x, LOG2_E, ROUND);
        float n = t - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(E4, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, E1);
        p = Math.fma(p, r, E0);
        p = Math.fma(p, r * r, r) + 1f;
        float y = Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << 23));
        y = x <= EXP_MAX ? y : x + Float.POSITIVE_INFINITY;
        return x < EXP_MIN ? 0f : y;
    }

    /** Returns {@code 1 / (1 + exp(-x))}: exactly 0 below -88.72, exactly 1 above 17. */
    public static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    /** Returns the hyperbolic tangent, of small numbers too with a small relative error: a rational function of x up to 7.9. */
    public static float tanh(float x) {
        float z = x * x;
        float p = Math.fma(P4, z, P3);
        float q = Math.fma(Q4, z, Q3);
        p = Math.fma(p, z, P2);
        q = Math.fma(q, z, Q2);
        p = Math.fma(p, z, P1);
        q = Math.fma(q, z, Q1);
        p = Math.fma(p, z, 1f);
        q = Math.fma(q, z, 1f);
        float y = x * p / q;
        y = x > TANH_MAX ? 1f : y;
        return x < -TANH_MAX ? -1f : y;
    }

    /**
     * Returns the natural logarithm: negative infinity of 0, NaN of negative numbers; subnormal numbers are taken as the
     * smallest normal one, -87.34.
     *
     * <p>{@code x = 2^e (1 + f)} with 1 + f from √½ to √2; {@code log(1 + f)} by a polynomial of degree 10.
     */
    public static float log(float x) {
        int bits = Math.max(Float.floatToRawIntBits(x), MIN_NORMAL_BITS) - SQRT_HALF_BITS;
        float e = Float.intBitsToFloat((bits >> 23) + ROUND_BITS) - ROUND;
        float f = Float.intBitsToFloat((bits & MANTISSA) + SQRT_HALF_BITS) - 1f;
        float p = Math.fma(L7, f, L6);
        p = Math.fma(p, f, L5);
        p = Math.fma(p, f, L4);
        p = Math.fma(p, f, L3);
        p = Math.fma(p, f, L2);
        p = Math.fma(p, f, L1);
        p = Math.fma(p, f, L0);
        float z = f * f;
        float y = Math.fma(e, LN2_LOW, p * (z * f));
        y = Math.fma(e, LN2_HIGH, f + Math.fma(z, -0.5f, y));
        y = x < Float.POSITIVE_INFINITY ? y : x;
        y = x == 0f ? Float.NEGATIVE_INFINITY : y;
        return x < 0f ? Float.NaN : y;
    }

    /**
     * Returns {@code log(1 + exp(x))}, as {@code max(x, 0) + 2 atanh(s)} with {@code s = e / (2 + e), e = exp(-|x|)}: of
     * large negative x too with a small relative error.
     */
    public static float softplus(float x) {
        float e = exp(-Math.abs(x));
        float s = e / (2f + e);
        float z = s * s;
        float p = Math.fma(A3, z, A2);
        p = Math.fma(p, z, A1);
        p = Math.fma(p, z, A0);
        float twice = s + s;
        return (x <= 0f ? 0f : x) + Math.fma(twice * z, p, twice);
    }
}
