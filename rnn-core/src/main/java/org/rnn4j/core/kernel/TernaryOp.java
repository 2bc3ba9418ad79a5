package org.rnn4j.core.kernel;

/** A function of three numbers, applied to each triple of elements. */
public enum TernaryOp {
    /** {@code a > 0 ? b : c}; c where a is NaN. */
    SELECT,
    /** {@code a * b + c}, rounded once: {@link Math#fma(float, float, float)}. */
    MULTIPLY_ADD,
    /** {@code c - a * b}, rounded once: {@code fma(-a, b, c)}. */
    MULTIPLY_SUBTRACT_FROM,
    /** {@code (a * b) * (c * (1 - c))}: the gradient {@code a * b} through a sigmoid of value c. */
    SIGMOID_GRADIENT_OF_PRODUCT,
    /** {@code (a * b) * fma(-c, c, 1)}: the gradient {@code a * b} through a tanh of value c. */
    TANH_GRADIENT_OF_PRODUCT
}
