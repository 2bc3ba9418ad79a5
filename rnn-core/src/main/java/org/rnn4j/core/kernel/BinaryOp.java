package org.rnn4j.core.kernel;

/** A function of two numbers, applied to each pair of elements. */
public enum BinaryOp {
    /** {@code a + b}. */
    ADD,
    /** {@code a - b}. */
    SUBTRACT,
    /** {@code b - a}. */
    SUBTRACT_FROM,
    /** {@code a * b}. */
    MULTIPLY,
    /** {@code a / b}. */
    DIVIDE,
    /** {@code b / a}. */
    DIVIDE_INTO,
    /** {@link Math#max(float, float)}. */
    MAXIMUM,
    /** {@link Math#min(float, float)}. */
    MINIMUM,
    /** {@code a > b ? 1 : 0}; 0 if either is NaN. */
    GREATER,
    /** Gradient through a sigmoid: {@code a * (b * (1 - b))}, a the gradient and b the sigmoid's result. */
    SIGMOID_GRADIENT,
    /** Gradient through a tanh: {@code a * fma(-b, b, 1)}, a the gradient and b the result of tanh. */
    TANH_GRADIENT,
    /** Gradient through a relu: {@code b > 0 ? a : 0}, a the gradient and b the relu's argument or result. */
    RELU_GRADIENT
}
