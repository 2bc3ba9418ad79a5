package org.rnn4j.core.plan;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;

/** An element-wise function that does the work of one node, or of several that nothing else needs. */
record Pattern(PointOp op, List<Node> operands) {

    static Pattern of(Node node, Uses uses) {
        return combined(node, uses)
                .orElseGet(() -> new Pattern(
                        PointOp.of(node.operation()).orElseThrow(() -> new AssertionError("not element-wise: " + node)),
                        node.operands()));
    }

    private static Optional<Pattern> combined(Node node, Uses uses) {
        return switch (node.operation()) {
            case SUBTRACT ->
                isNumber(node.operand(0), 1)
                        ? Optional.of(new Pattern(PointOp.ONE_MINUS, List.of(node.operand(1))))
                        : subtraction(node, uses);
            case MULTIPLY ->
                gradient(node.operand(0), node.operand(1), uses)
                        .or(() -> gradient(node.operand(1), node.operand(0), uses));
            case ADD ->
                addition(node.operand(0), node.operand(1), uses)
                        .or(() -> addition(node.operand(1), node.operand(0), uses));
            case SELECT ->
                isNumber(node.operand(2), 0) && isFull(node.operand(0)) && isFull(node.operand(1))
                        ? Optional.of(new Pattern(PointOp.RELU_GRADIENT, List.of(node.operand(1), node.operand(0))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** g (y (1 - y)) or g (1 - y²). */
    private static Optional<Pattern> gradient(Node g, Node slope, Uses uses) {
        if (!uses.isInner(slope) || !isFull(g)) return Optional.empty();
        if (slope.operation() == Operation.MULTIPLY) {
            Node y = slope.operand(0);
            Node rest = slope.operand(1);
            boolean sigmoid =
                    rest.operation() == Operation.SUBTRACT && isNumber(rest.operand(0), 1) && rest.operand(1) == y;
            if (sigmoid && isFull(y)) return Optional.of(new Pattern(PointOp.SIGMOID_GRADIENT, List.of(g, y)));
        }
        if (slope.operation() == Operation.SUBTRACT && isNumber(slope.operand(0), 1)) {
            Node square = slope.operand(1);
            if (square.operation() == Operation.SQUARE && isFull(square.operand(0))) {
                return Optional.of(new Pattern(PointOp.TANH_GRADIENT, List.of(g, square.operand(0))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Pattern> addition(Node product, Node c, Uses uses) {
        return isProduct(product, uses) && isFull(c) && !isGradient(product, uses)
                ? Optional.of(new Pattern(PointOp.MULTIPLY_ADD, List.of(product.operand(0), product.operand(1), c)))
                : Optional.empty();
    }

    private static Optional<Pattern> subtraction(Node node, Uses uses) {
        Node product = node.operand(1);
        return isProduct(product, uses) && isFull(node.operand(0)) && !isGradient(product, uses)
                ? Optional.of(new Pattern(
                        PointOp.MULTIPLY_SUBTRACT_FROM,
                        List.of(product.operand(0), product.operand(1), node.operand(0))))
                : Optional.empty();
    }

    private static boolean isGradient(Node product, Uses uses) {
        return gradient(product.operand(0), product.operand(1), uses).isPresent()
                || gradient(product.operand(1), product.operand(0), uses).isPresent();
    }

    /** True for an element-wise product of values with rows of their own, which nothing else needs. */
    static boolean isProduct(Node node, Uses uses) {
        return node.operation() == Operation.MULTIPLY
                && uses.isInner(node)
                && isFull(node.operand(0))
                && isFull(node.operand(1));
    }

    /** A value with rows of its own, not a repeated number, a trained vector or an index. */
    private static boolean isFull(Node node) {
        return switch (node.operation()) {
            case BROADCAST, CONSTANT, PARAMETER -> false;
            case SPREAD -> isFull(node.operand(0));
            default -> !node.isOneHot();
        };
    }

    private static boolean isNumber(Node node, double value) {
        Node scalar = node;
        while (scalar.operation() == Operation.BROADCAST || scalar.operation() == Operation.SPREAD) {
            scalar = scalar.operand(0);
        }
        return scalar.operation() == Operation.CONSTANT
                && scalar.size() == 1
                && scalar.detail(Constant.class).get(0) == value;
    }
}
