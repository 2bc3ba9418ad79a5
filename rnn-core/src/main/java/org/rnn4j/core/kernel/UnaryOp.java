package org.rnn4j.core.kernel;

/** A function of one number, applied to each element. Accuracy of the transcendental ones: {@link FloatMath}. */
public enum UnaryOp {
    /** The number itself. */
    COPY,
    /** {@code -x}. */
    NEGATE,
    /** {@code |x|}. */
    ABS,
    /** {@code x * x}. */
    SQUARE,
    /** {@code √x}, correctly rounded. */
    SQRT,
    /** {@code 1 / x}. */
    RECIPROCAL,
    /** {@code 1 - x}. */
    ONE_MINUS,
    /** {@code x} where it is not less than 0 or is NaN, else 0. */
    RELU,
    /** {@link FloatMath#sigmoid}. */
    SIGMOID,
    /** {@link FloatMath#tanh}. */
    TANH,
    /** {@link FloatMath#softplus}. */
    SOFTPLUS,
    /** {@link FloatMath#exp}. */
    EXP,
    /** {@link FloatMath#log}. */
    LOG
}
