package org.rnn4j.api.expr;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a node as an equation, no deeper than a reader can follow. */
final class Equations {
    private static final int DEPTH = 4;

    private Equations() {}

    static String text(Node node) {
        String right = definition(node, DEPTH);
        return node.label().isEmpty() || right.equals(node.label()) ? right : node.label() + " = " + right;
    }

    private static String reference(Node node, int depth) {
        if (!node.label().isEmpty()) return node.label();
        return depth == 0 ? "…" : definition(node, depth);
    }

    private static String definition(Node node, int depth) {
        List<Node> operands = node.operands();
        return switch (node.operation()) {
            case SOURCE -> node.detail(Source.class).name();
            case PARAMETER -> node.detail(Parameter.class).name();
            case CONSTANT -> node.detail().toString();
            case DROPOUT_MASK -> "dropoutMask(" + node.detail(DropoutMask.class).rate() + ")";
            case MATMUL -> node.detail(Matrix.class) + " " + factor(operands.get(0), depth);
            case ADD -> reference(operands.get(0), depth - 1) + " + " + reference(operands.get(1), depth - 1);
            case SUBTRACT -> reference(operands.get(0), depth - 1) + " - " + factor(operands.get(1), depth);
            case MULTIPLY -> factor(operands.get(0), depth) + " ∘ " + factor(operands.get(1), depth);
            case DIVIDE -> factor(operands.get(0), depth) + " / " + factor(operands.get(1), depth);
            case NEGATE -> "-" + factor(operands.get(0), depth);
            case BROADCAST -> reference(operands.get(0), depth);
            case SLICE ->
                factor(operands.get(0), depth) + "[" + node.detail() + ".."
                        + (node.detail(Integer.class) + node.size() - 1) + "]";
            default ->
                node.operation().word()
                        + operands.stream()
                                .map(o -> reference(o, depth - 1))
                                .collect(Collectors.joining(", ", "(", ")"));
        };
    }

    private static String factor(Node node, int depth) {
        String text = reference(node, depth - 1);
        boolean sum = node.label().isEmpty()
                && switch (node.operation()) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, MATMUL -> true;
                    default -> false;
                };
        return sum && !text.equals("…") ? "(" + text + ")" : text;
    }
}
