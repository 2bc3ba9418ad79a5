package org.rnn4j.core.plan;

import java.util.Optional;
import org.rnn4j.api.expr.Operation;

/** The element-wise functions of a plan: those of the language, and a few that do the work of several. */
public enum PointOp {
    /** a. */
    COPY("", 1),
    /** a + b. */
    ADD("+", 2),
    /** a - b. */
    SUBTRACT("-", 2),
    /** a ∘ b. */
    MULTIPLY("∘", 2),
    /** a / b. */
    DIVIDE("/", 2),
    /** max(a, b). */
    MAXIMUM("maximum", 2),
    /** min(a, b). */
    MINIMUM("minimum", 2),
    /** -a. */
    NEGATE("-", 1),
    /** 1 / (1 + e^-a). */
    SIGMOID("sigmoid", 1),
    /** Hyperbolic tangent. */
    TANH("tanh", 1),
    /** max(a, 0). */
    RELU("relu", 1),
    /** log(1 + e^a). */
    SOFTPLUS("softplus", 1),
    /** e^a. */
    EXP("exp", 1),
    /** Natural logarithm. */
    LOG("log", 1),
    /** Square root. */
    SQRT("sqrt", 1),
    /** a². */
    SQUARE("square", 1),
    /** |a|. */
    ABS("abs", 1),
    /** a > 0 ? b : c. */
    SELECT("select", 3),
    /** 1 - a. */
    ONE_MINUS("oneMinus", 1),
    /** a b + c. */
    MULTIPLY_ADD("multiplyAdd", 3),
    /** c - a b. */
    MULTIPLY_SUBTRACT_FROM("multiplySubtractFrom", 3),
    /** a b (1 - b): the gradient a through a sigmoid of value b. */
    SIGMOID_GRADIENT("sigmoidGradient", 2),
    /** a (1 - b²): the gradient a through a tanh of value b. */
    TANH_GRADIENT("tanhGradient", 2),
    /** a b c (1 - c): the gradient a b through a sigmoid of value c. */
    SIGMOID_GRADIENT_OF_PRODUCT("sigmoidGradient", 3),
    /** a b (1 - c²): the gradient a b through a tanh of value c. */
    TANH_GRADIENT_OF_PRODUCT("tanhGradient", 3),
    /** b > 0 ? a : 0: the gradient a through a relu of value b. */
    RELU_GRADIENT("reluGradient", 2);

    private final String word;
    private final int operands;

    PointOp(String word, int operands) {
        this.word = word;
        this.operands = operands;
    }

    /** The word or sign in a printed plan. */
    public String word() {
        return word;
    }

    /** The same function of a product: its first operand's two factors stand in the place of that, if there is one. */
    Optional<PointOp> ofProduct() {
        return switch (this) {
            case SIGMOID_GRADIENT -> Optional.of(SIGMOID_GRADIENT_OF_PRODUCT);
            case TANH_GRADIENT -> Optional.of(TANH_GRADIENT_OF_PRODUCT);
            default -> Optional.empty();
        };
    }

    /** Number of operands. */
    public int operands() {
        return operands;
    }

    /** The function of an element-wise operation of the language, if it is one. */
    static Optional<PointOp> of(Operation operation) {
        return switch (operation) {
            case ADD -> Optional.of(ADD);
            case SUBTRACT -> Optional.of(SUBTRACT);
            case MULTIPLY -> Optional.of(MULTIPLY);
            case DIVIDE -> Optional.of(DIVIDE);
            case MAXIMUM -> Optional.of(MAXIMUM);
            case MINIMUM -> Optional.of(MINIMUM);
            case NEGATE -> Optional.of(NEGATE);
            case SIGMOID -> Optional.of(SIGMOID);
            case TANH -> Optional.of(TANH);
            case RELU -> Optional.of(RELU);
            case SOFTPLUS -> Optional.of(SOFTPLUS);
            case EXP -> Optional.of(EXP);
            case LOG -> Optional.of(LOG);
            case SQRT -> Optional.of(SQRT);
            case SQUARE -> Optional.of(SQUARE);
            case ABS -> Optional.of(ABS);
            case SELECT -> Optional.of(SELECT);
            case STOP_GRADIENT, BROADCAST -> Optional.of(COPY);
            default -> Optional.empty();
        };
    }
}
