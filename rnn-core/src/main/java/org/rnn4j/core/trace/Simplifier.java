package org.rnn4j.core.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;

/**
 * Removes trivial work: sums with 0, products with 1 or 0, sums of repeated numbers, slices of what was just joined,
 * arithmetic on numbers.
 *
 * <p>0 times anything counts as 0, as it does in a gradient where no path leads through, and so does 0 divided by anything.
 */
final class Simplifier {
    private Simplifier() {}

    /** The node, or one that means the same and is less work; its operands are simple already. */
    static Node simplify(Node node) {
        Node simple = simpler(node);
        // What is the same at every position still has positions.
        return simple.axis().equals(node.axis()) ? simple : Operations.spread(simple, node);
    }

    private static Node simpler(Node node) {
        Optional<Node> folded = fold(node);
        if (folded.isPresent()) return folded.get();
        return switch (node.operation()) {
            case ADD -> add(node, node.operand(0), node.operand(1));
            case SUBTRACT -> subtract(node, node.operand(0), node.operand(1));
            case MULTIPLY -> multiply(node);
            case DIVIDE -> divide(node, node.operand(0), node.operand(1));
            case NEGATE ->
                node.operand(0).operation() == Operation.NEGATE
                        ? node.operand(0).operand(0)
                        : node;
            case MATMUL -> matmul(node);
            case SUM -> sum(node);
            case BROADCAST -> node.operand(0).size() == node.size() ? node.operand(0) : node;
            case SLICE -> slice(node);
            case CONCAT -> node.operands().stream().allMatch(o -> isNumber(o, 0)) ? number(0, node) : node;
            case SELECT -> node.operand(1) == node.operand(2) ? node.operand(1) : node;
            default -> node;
        };
    }

    /** The number that a node is everywhere, if it is one. */
    static OptionalDouble number(Node node) {
        Node scalar = node;
        while (scalar.operation() == Operation.BROADCAST || scalar.operation() == Operation.SPREAD) {
            scalar = scalar.operand(0);
        }
        if (scalar.operation() != Operation.CONSTANT || scalar.size() != 1) return OptionalDouble.empty();
        return OptionalDouble.of(scalar.detail(Constant.class).get(0));
    }

    /** A number of the size and the positions of a node. */
    private static Node number(double value, Node like) {
        return Operations.spread(Operations.constant(value, like.size()), like);
    }

    /** The product of a vector that is the same at every position is the same, too. */
    private static Node matmul(Node node) {
        Node x = node.operand(0);
        if (x.operation() != Operation.SPREAD) return node;
        Node product = Node.of(Operation.MATMUL, List.of(x.operand(0)), node.size(), node.detail(), "");
        return Operations.spread(product, node);
    }

    private static boolean isNumber(Node node, double value) {
        OptionalDouble number = number(node);
        return number.isPresent() && number.getAsDouble() == value;
    }

    private static Node add(Node node, Node a, Node b) {
        if (isNumber(b, 0)) return a;
        if (isNumber(a, 0)) return b;
        if (b.operation() == Operation.NEGATE) return simplify(a.minus(b.operand(0)));
        return a.operation() == Operation.NEGATE ? simplify(b.minus(a.operand(0))) : node;
    }

    private static Node subtract(Node node, Node a, Node b) {
        if (isNumber(b, 0)) return a;
        if (isNumber(a, 0)) return simplify(b.negate());
        return b.operation() == Operation.NEGATE ? simplify(a.plus(b.operand(0))) : node;
    }

    private static Node multiply(Node node) {
        Node a = node.operand(0);
        Node b = node.operand(1);
        if (isNumber(a, 1)) return b;
        if (isNumber(b, 1)) return a;
        if (isNumber(a, 0) || isNumber(b, 0)) return number(0, node);
        if (isNumber(a, -1)) return simplify(b.negate());
        return isNumber(b, -1) ? simplify(a.negate()) : node;
    }

    private static Node divide(Node node, Node a, Node b) {
        if (isNumber(a, 0)) return number(0, node);
        return isNumber(b, 1) ? a : node;
    }

    private static Node sum(Node node) {
        Node a = node.operand(0);
        if (a.size() == 1) return a;
        if (a.operation() == Operation.BROADCAST) return simplify(a.operand(0).times(a.size()));
        if (a.operation() == Operation.MULTIPLY) {
            Node left = a.operand(0);
            Node right = a.operand(1);
            if (left.isOneHot()) return pick(left, right);
            if (right.isOneHot()) return pick(right, left);
        }
        return node;
    }

    private static Node pick(Node oneHot, Node values) {
        if (values.operation() == Operation.BROADCAST) return values.operand(0);
        return Node.of(Operation.PICK, List.of(oneHot, values), 1, Operation.PICK, "");
    }

    private static Node slice(Node node) {
        Node a = node.operand(0);
        int start = node.detail(Integer.class);
        if (a.operation() == Operation.BROADCAST) return Operations.broadcast(a.operand(0), node.size());
        if (a.operation() == Operation.SLICE) {
            return simplify(Operations.slice(a.operand(0), start + a.detail(Integer.class), node.size()));
        }
        if (a.operation() != Operation.CONCAT) return node;
        int from = 0;
        for (Node part : a.operands()) {
            if (start >= from && start + node.size() <= from + part.size()) {
                return simplify(Operations.slice(part, start - from, node.size()));
            }
            from += part.size();
        }
        return node;
    }

    /** Arithmetic on two numbers, or on one. */
    private static Optional<Node> fold(Node node) {
        if (node.operands().isEmpty()
                || node.operation() == Operation.BROADCAST
                || node.operation() == Operation.SPREAD) return Optional.empty();
        double[] numbers = new double[node.operands().size()];
        for (int k = 0; k < numbers.length; k++) {
            OptionalDouble number = number(node.operand(k));
            if (number.isEmpty()) return Optional.empty();
            numbers[k] = number.getAsDouble();
        }
        OptionalDouble value = switch (node.operation()) {
            case ADD -> OptionalDouble.of(numbers[0] + numbers[1]);
            case SUBTRACT -> OptionalDouble.of(numbers[0] - numbers[1]);
            case MULTIPLY -> OptionalDouble.of(numbers[0] * numbers[1]);
            case DIVIDE -> OptionalDouble.of(numbers[0] / numbers[1]);
            case NEGATE -> OptionalDouble.of(-numbers[0]);
            case SQUARE -> OptionalDouble.of(numbers[0] * numbers[0]);
            default -> OptionalDouble.empty();
        };
        return value.isPresent() ? Optional.of(number(value.getAsDouble(), node)) : Optional.empty();
    }
}
