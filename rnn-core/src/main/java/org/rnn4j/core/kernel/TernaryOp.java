package org.rnn4j.core.kernel;

/** A function of three numbers, applied to each triple of elements. */
public enum TernaryOp {
    /** {@code a > 0 ? b : c}; c where a is NaN. */
    SELECT,
    /** {@code a * b + c}, rounded once: {@link Math#fma(float, float, float)}. */
    MULTIPLY_ADD,
    /** {@code c - a * b}, rounded once: {@code fma(-a, b, c)}. */
    MULTIPLY_SUBTRACT_FROM,
    /** {@code b + a * (c - b)} as {@code fma(a, c - b, b)}: b at a = 0, c at a = 1. */
    INTERPOLATE
}
