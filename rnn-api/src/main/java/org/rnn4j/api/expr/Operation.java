package org.rnn4j.api.expr;

/**
 * The operations of the expression language: one row in the gradient table and one entry in each engine for every one.
 *
 * <p>Sizes below are those of the result; {@code n} is the size of the operands.
 */
public enum Operation {
    /** A value that comes from outside the equations: an input, a previous state, a target. */
    SOURCE("source"),
    /** A trained vector. */
    PARAMETER("parameter"),
    /** Fixed numbers. */
    CONSTANT("constant"),
    /** 0 with probability {@code rate}, else 1 / (1 - rate), drawn anew per step or per sequence; 1 outside training. */
    DROPOUT_MASK("dropoutMask"),
    /** W x, or Wᵀ x. */
    MATMUL("matmul"),
    /** a + b. */
    ADD("plus"),
    /** a - b. */
    SUBTRACT("minus"),
    /** a ∘ b, the element-wise (Hadamard) product. */
    MULTIPLY("times"),
    /** a / b. */
    DIVIDE("divide"),
    /** max(a, b); at a tie each side gets half the gradient. */
    MAXIMUM("maximum"),
    /** min(a, b); at a tie each side gets half the gradient. */
    MINIMUM("minimum"),
    /** -a. */
    NEGATE("negate"),
    /** 1 / (1 + e^-a). */
    SIGMOID("sigmoid"),
    /** Hyperbolic tangent. */
    TANH("tanh"),
    /** max(a, 0); gradient 0 at 0. */
    RELU("relu"),
    /** log(1 + e^a). */
    SOFTPLUS("softplus"),
    /** e^a. */
    EXP("exp"),
    /** Natural logarithm. */
    LOG("log"),
    /** Square root. */
    SQRT("sqrt"),
    /** a². */
    SQUARE("square"),
    /** |a|; gradient 0 at 0. */
    ABS("abs"),
    /** Error function 2/√π ∫₀ᵃ e^(-t²) dt. */
    ERF("erf"),
    /** condition > 0 ? a : b, element-wise; the condition gets no gradient. */
    SELECT("select"),
    /** Sum of all elements: size 1. */
    SUM("sum"),
    /** One number repeated: size n from size 1. */
    BROADCAST("broadcast"),
    /** The operands one after the other. */
    CONCAT("concat"),
    /** Elements from {@code start} on. */
    SLICE("slice"),
    /** e^a / Σ e^a. */
    SOFTMAX("softmax"),
    /** a - log Σ e^a. */
    LOG_SOFTMAX("logSoftmax"),
    /** The element of the second operand at the index of the one-hot first: size 1. */
    PICK("pick"),
    /** The operand as it is, through which no gradient passes. */
    STOP_GRADIENT("stopGradient"),
    /** A value at every position of an example's memory. */
    SPREAD("spread"),
    /** The sum over the positions of an example's memory; zeros if it has none. */
    SEGMENT_SUM("segmentSum"),
    /** e^a / Σ e^a, the sum over the positions of an example's memory, element by element. */
    SEGMENT_SOFTMAX("segmentSoftmax");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** The name in equations, messages and printed plans. */
    public String word() {
        return word;
    }

    /** True where the result's element depends on the operands' elements of the same index only. */
    public boolean isPointwise() {
        return ordinal() >= ADD.ordinal() && ordinal() <= SELECT.ordinal() || this == STOP_GRADIENT;
    }
}
