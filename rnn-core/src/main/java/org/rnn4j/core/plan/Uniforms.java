package org.rnn4j.core.plan;

import java.util.function.ToDoubleFunction;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.math.SpecialFunctions;

/** Numbers that are the same for all elements and rows: worked out once, in float64. */
public final class Uniforms {
    private Uniforms() {}

    /** True if a value follows from constants and uniform sources alone, and has size 1. */
    public static boolean isUniform(Node node) {
        if (node.size() != 1) return false;
        return switch (node.operation()) {
            case CONSTANT -> true;
            case SOURCE -> node.detail(Source.class).kind() == Source.Kind.UNIFORM;
            default ->
                node.operation().isPointwise() && node.operands().stream().allMatch(Uniforms::isUniform);
        };
    }

    /**
     * The number.
     *
     * @param sources gives values of uniform sources by name
     */
    public static double evaluate(Node node, ToDoubleFunction<String> sources) {
        if (node.operation() == Operation.CONSTANT)
            return node.detail(Constant.class).get(0);
        if (node.operation() == Operation.SOURCE)
            return sources.applyAsDouble(node.detail(Source.class).name());
        double a = evaluate(node.operand(0), sources);
        double b = node.operands().size() > 1 ? evaluate(node.operand(1), sources) : 0;
        return switch (node.operation()) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
            case NEGATE -> -a;
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case TANH -> Math.tanh(a);
            case RELU -> Math.max(a, 0);
            case SOFTPLUS -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case SQUARE -> a * a;
            case ABS -> Math.abs(a);
            case ERF -> SpecialFunctions.erf(a);
            case SELECT -> a > 0 ? b : evaluate(node.operand(2), sources);
            case STOP_GRADIENT -> a;
            default -> throw new AssertionError("not uniform: " + node);
        };
    }
}
