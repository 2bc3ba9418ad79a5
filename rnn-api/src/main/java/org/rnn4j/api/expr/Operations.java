package org.rnn4j.api.expr;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;

/**
 * The functions in which equations are written; import them statically.
 *
 * <p>Every one checks sizes at once, so that a mistake is reported in the line of the equation. Element-wise functions
 * keep the size; with two operands, both have the same size or one has size 1.
 */
public final class Operations {
    private Operations() {}

    /** W x. Sizes: W [n, m], x [m], result [n]. A one-hot x is a look-up of W's column. */
    public static Node matmul(Matrix w, Node x) {
        if (w.columns() != x.size()) {
            throw new ShapeException(ErrorMessage.of("Sizes do not fit in '" + product(w, x) + "'")
                    .fact("left", w + " [" + w.rows() + ", " + w.columns() + "]")
                    .fact("right", described(x))
                    .fix("the matrix needs as many columns as the vector has elements")
                    .toString());
        }
        return product(w, x);
    }

    private static Node product(Matrix w, Node x) {
        return Node.of(Operation.MATMUL, List.of(x), w.rows(), w, "");
    }

    /** 1 / (1 + e^-a). */
    public static Node sigmoid(Node a) {
        return unary(Operation.SIGMOID, a);
    }

    /** Hyperbolic tangent. */
    public static Node tanh(Node a) {
        return unary(Operation.TANH, a);
    }

    /** max(a, 0). */
    public static Node relu(Node a) {
        return unary(Operation.RELU, a);
    }

    /** log(1 + e^a), without overflow. */
    public static Node softplus(Node a) {
        return unary(Operation.SOFTPLUS, a);
    }

    /** e^a. */
    public static Node exp(Node a) {
        return unary(Operation.EXP, a);
    }

    /** Natural logarithm. */
    public static Node log(Node a) {
        return unary(Operation.LOG, a);
    }

    /** Square root. */
    public static Node sqrt(Node a) {
        return unary(Operation.SQRT, a);
    }

    /** a². */
    public static Node square(Node a) {
        return unary(Operation.SQUARE, a);
    }

    /** |a|. */
    public static Node abs(Node a) {
        return unary(Operation.ABS, a);
    }

    /** Error function. */
    public static Node erf(Node a) {
        return unary(Operation.ERF, a);
    }

    /** The larger of both, element-wise. */
    public static Node maximum(Node a, Node b) {
        return binary(Operation.MAXIMUM, a, b);
    }

    /** The smaller of both, element-wise. */
    public static Node minimum(Node a, Node b) {
        return binary(Operation.MINIMUM, a, b);
    }

    /** {@code a} where the condition is above 0, else {@code b}; no gradient reaches the condition. */
    public static Node select(Node condition, Node a, Node b) {
        int size = Math.max(condition.size(), commonSize(Operation.SELECT, a, b));
        return Node.of(
                Operation.SELECT,
                aligned(List.of(
                        broadcast(condition, size, Operation.SELECT),
                        broadcast(a, size, Operation.SELECT),
                        broadcast(b, size, Operation.SELECT))),
                size,
                Operation.SELECT,
                "");
    }

    /** The sum of all elements: size 1. */
    public static Node sum(Node a) {
        return a.size() == 1 ? a : Node.of(Operation.SUM, List.of(a), 1, Operation.SUM, "");
    }

    /** The mean of all elements: size 1. */
    public static Node mean(Node a) {
        return sum(a).times(1.0 / a.size());
    }

    /** Σ aᵢ bᵢ: size 1. With a one-hot operand, the other's element at its index. */
    public static Node dot(Node a, Node b) {
        if (a.isOneHot()) return pick(a, b);
        return b.isOneHot() ? pick(b, a) : sum(a.times(b));
    }

    /** e^a / Σ e^a, without overflow. */
    public static Node softmax(Node a) {
        return unary(Operation.SOFTMAX, a);
    }

    /** a - log Σ e^a, without overflow. */
    public static Node logSoftmax(Node a) {
        return unary(Operation.LOG_SOFTMAX, a);
    }

    /** The operands one after the other; the size is the sum of theirs. */
    public static Node concat(Node... parts) {
        return concat(List.of(parts));
    }

    /** The operands one after the other; the size is the sum of theirs. */
    public static Node concat(List<Node> parts) {
        if (parts.isEmpty()) {
            throw new ShapeException(ErrorMessage.of("concat of nothing")
                    .fix("give it at least one value")
                    .toString());
        }
        if (parts.size() == 1) return parts.get(0);
        int size = parts.stream().mapToInt(Node::size).sum();
        return Node.of(Operation.CONCAT, aligned(parts), size, Operation.CONCAT, "");
    }

    /** The elements from {@code start} (from 0), as many as {@code length}. */
    public static Node slice(Node a, int start, int length) {
        if (start < 0 || length < 1 || start + length > a.size()) {
            throw new ShapeException(ErrorMessage.of("slice(" + start + ", " + length + ") outside of '" + a + "'")
                    .fact("size", a.size())
                    .fix("start is at least 0, length at least 1, and start + length at most the size")
                    .toString());
        }
        if (length == a.size()) return a;
        return Node.of(Operation.SLICE, List.of(a), length, start, "");
    }

    /** A number; it counts for every element of what it meets. */
    public static Node constant(double number) {
        return Node.of(Operation.CONSTANT, List.of(), 1, new Constant(number), "");
    }

    /** The number, {@code size} times. */
    public static Node constant(double number, int size) {
        return broadcast(constant(number), size, Operation.CONSTANT);
    }

    /** A vector of fixed numbers. */
    public static Node constant(double[] numbers) {
        return Node.of(Operation.CONSTANT, List.of(), numbers.length, new Constant(numbers), "");
    }

    /** The value as it is; no gradient passes through. */
    public static Node stopGradient(Node a) {
        return unary(Operation.STOP_GRADIENT, a);
    }

    /** One number repeated {@code size} times; a value that has that size already is left as it is. */
    public static Node broadcast(Node a, int size) {
        return broadcast(a, size, Operation.BROADCAST);
    }

    /**
     * A value at every position of a memory. Needed seldom: where a value meets one of a memory, it is spread by itself.
     *
     * @param a one vector an example
     * @param like a value of the memory
     */
    public static Node spread(Node a, Node like) {
        return spread(a, like.axis());
    }

    /** A value at every position of the memory of an axis; the value itself if the axis is empty or its own. */
    public static Node spread(Node a, String axis) {
        if (a.axis().equals(axis) || axis.isEmpty()) return a;
        if (!a.axis().isEmpty()) throw twoMemories(a, axis);
        return Node.of(Operation.SPREAD, List.of(a), a.size(), axis, "");
    }

    /** The sum over the positions of an example's memory: one vector an example, zeros where there are no positions. */
    public static Node segmentSum(Node a) {
        return segment(Operation.SEGMENT_SUM, a);
    }

    /**
     * e^a / Σ e^a, without overflow, the sum over the positions of an example's memory: element by element, each is above 0 and
     * they sum to 1.
     */
    public static Node segmentSoftmax(Node a) {
        return segment(Operation.SEGMENT_SOFTMAX, a);
    }

    private static Node segment(Operation operation, Node a) {
        if (!a.axis().isEmpty()) return unary(operation, a);
        throw new ShapeException(ErrorMessage.of(operation.word() + " of '" + a + "', which has no positions")
                .fix("give it a value that depends on a memory; see Step.memory")
                .toString());
    }

    /** Values that meet: if one has positions, the others get them; numbers are the same everywhere anyway. */
    private static List<Node> aligned(List<Node> operands) {
        String axis = "";
        for (Node each : operands) if (!each.axis().isEmpty()) axis = each.axis();
        if (axis.isEmpty()) return operands;
        String common = axis;
        return operands.stream().map(o -> isNumber(o) ? o : spread(o, common)).toList();
    }

    private static boolean isNumber(Node node) {
        return node.operation() == Operation.CONSTANT
                || node.operation() == Operation.BROADCAST && isNumber(node.operand(0));
    }

    private static ShapeException twoMemories(Node a, String axis) {
        return new ShapeException(ErrorMessage.of("Positions of two memories meet in '" + a + "'")
                .fact("positions", a.axis())
                .fact("and", axis)
                .fix("sum over one of them first: segmentSum")
                .toString());
    }

    static Node unary(Operation operation, Node a) {
        return Node.of(operation, List.of(a), a.size(), operation, "");
    }

    static Node binary(Operation operation, Node a, Node b) {
        int size = commonSize(operation, a, b);
        return Node.of(
                operation,
                aligned(List.of(broadcast(a, size, operation), broadcast(b, size, operation))),
                size,
                operation,
                "");
    }

    private static Node pick(Node oneHot, Node values) {
        commonSize(Operation.PICK, oneHot, values);
        if (!values.axis().isEmpty()) return sum(oneHot.times(values));
        return Node.of(Operation.PICK, List.of(oneHot, values), 1, Operation.PICK, "");
    }

    private static Node broadcast(Node a, int size, Operation in) {
        if (a.size() == size) return a;
        if (a.size() != 1) {
            throw new ShapeException(ErrorMessage.of("Sizes do not fit in " + in.word())
                    .fact("value", described(a))
                    .fact("needed", size)
                    .toString());
        }
        return Node.of(Operation.BROADCAST, List.of(a), size, Operation.BROADCAST, "");
    }

    private static int commonSize(Operation operation, Node a, Node b) {
        if (a.size() != b.size() && (a.size() != 1 && b.size() != 1 || operation == Operation.PICK)) {
            Node equation = Node.of(operation, List.of(a, b), Math.max(a.size(), b.size()), operation, "");
            throw new ShapeException(ErrorMessage.of("Sizes do not fit in '" + equation + "'")
                    .fact("left", described(a))
                    .fact("right", described(b))
                    .fix("both sides need the same size, or one of them size 1")
                    .toString());
        }
        return Math.max(a.size(), b.size());
    }

    private static String described(Node node) {
        return node + " [" + node.size() + "]";
    }
}
