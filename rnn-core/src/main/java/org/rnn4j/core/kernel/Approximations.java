package org.rnn4j.core.kernel;

/** The constants of {@link FloatMath}, shared with the vector kernels, which compute the same formulas. */
public final class Approximations {
    // Implementation note. The coefficients are minimax fits of the relative error, found by iteratively reweighted
    // least squares in double precision (Lawson 1961) and rounded to float. Error of the fits before rounding: e^r
    // 3e-9, tanh 6e-9, log 6e-9, atanh 5e-9; a float carries 6e-8.

    /** {@code 1.5 * 2^23}: added to a small number it rounds it to an integer, which stands in the low bits. */
    public static final float ROUND = 12582912f;

    /** The bits of {@link #ROUND}. */
    public static final int ROUND_BITS = 0x4B400000;

    /** {@code 1 / ln 2}. */
    public static final float LOG2_E = 1.44269504f;

    /** The float nearest to {@code ln 2}. */
    public static final float LN2_HIGH = 0.693147182f;

    /** {@code ln 2} less {@link #LN2_HIGH}. */
    public static final float LN2_LOW = -1.90465421e-9f;

    /** The largest x with a finite {@code e^x}. */
    public static final float EXP_MAX = 88.7228317f;

    /** The smallest x with a normal {@code e^x}; below, exp returns 0. */
    public static final float EXP_MIN = -87.3365402f;

    /** {@code e^r = 1 + r + r² (E0 + E1 r + …)} for |r| ≤ ln 2 / 2. */
    public static final float E0 = 0.49999994f;

    public static final float E1 = 0.166665196f;
    public static final float E2 = 0.0416684039f;
    public static final float E3 = 0.00836889911f;
    public static final float E4 = 0.00138142216f;

    /** {@code tanh x = x (1 + P1 z + …) / (1 + Q1 z + …)}, z = x², for |x| ≤ {@link #TANH_MAX}. */
    public static final float P1 = 0.134500146f;

    public static final float P2 = 0.00357826124f;
    public static final float P3 = 2.20105321e-05f;
    public static final float P4 = 1.54083271e-08f;
    public static final float Q1 = 0.4678334f;
    public static final float Q2 = 0.0261894893f;
    public static final float Q3 = 0.000342242944f;
    public static final float Q4 = 8.59121883e-07f;

    /** From here on tanh is taken to be 1, which is wrong by 2.8e-7 at most, as its fit is. */
    public static final float TANH_MAX = 7.9f;

    /** {@code log(1 + f) = f - f²/2 + f³ (L0 + L1 f + …)} for 1 + f from √½ to √2. */
    public static final float L0 = 0.333333313f;

    public static final float L1 = -0.250008225f;
    public static final float L2 = 0.200012341f;
    public static final float L3 = -0.166232988f;
    public static final float L4 = 0.142015532f;
    public static final float L5 = -0.131605834f;
    public static final float L6 = 0.127633259f;
    public static final float L7 = -0.0763565153f;

    /** The bits of √½. */
    public static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** The bits of a float's mantissa. */
    public static final int MANTISSA = 0x7FFFFF;

    /** The bits of the smallest normal float. */
    public static final int MIN_NORMAL_BITS = 0x00800000;

    /** {@code atanh s = s (1 + z (A0 + A1 z + …))}, z = s², for 0 ≤ s ≤ 1/3. */
    public static final float A0 = 0.333332062f;

    public static final float A1 = 0.200108856f;
    public static final float A2 = 0.139989316f;
    public static final float A3 = 0.140156373f;

    private Approximations() {}
}
