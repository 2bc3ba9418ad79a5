package org.rnn4j.core.grad;

import static org.rnn4j.api.expr.Operations.broadcast;
import static org.rnn4j.api.expr.Operations.concat;
import static org.rnn4j.api.expr.Operations.constant;
import static org.rnn4j.api.expr.Operations.exp;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.segmentSum;
import static org.rnn4j.api.expr.Operations.select;
import static org.rnn4j.api.expr.Operations.sigmoid;
import static org.rnn4j.api.expr.Operations.slice;
import static org.rnn4j.api.expr.Operations.spread;
import static org.rnn4j.api.expr.Operations.square;
import static org.rnn4j.api.expr.Operations.sum;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;

/**
 * The gradient of every operation with respect to its operands: one row each.
 *
 * <p>With y = op(a, b), and g the gradient of the whole with respect to y, a row gives those with respect to a and b.
 */
final class GradientRules {
    private static final Node ZERO = constant(0);

    private GradientRules() {}

    /**
     * The gradients with respect to the operands of a node.
     *
     * @param node what was computed: its operation, sizes and details
     * @param y its value
     * @param in its operands' values
     * @param g the gradient with respect to it
     * @return one for each operand; empty where none can flow
     */
    static List<Node> gradients(Node node, Node y, List<Node> in, Node g) {
        return switch (node.operation()) {
            case SOURCE, PARAMETER, CONSTANT, DROPOUT_MASK, STOP_GRADIENT -> List.of();
            case MATMUL -> List.of(matmul(node.detail(Matrix.class).transpose(), g));
            case ADD -> List.of(g, g);
            case SUBTRACT -> List.of(g, g.negate());
            case MULTIPLY -> List.of(g.times(in.get(1)), g.times(in.get(0)));
            case DIVIDE ->
                List.of(g.divide(in.get(1)), g.times(y).divide(in.get(1)).negate());
            case MAXIMUM -> larger(in.get(0), in.get(1), g);
            case MINIMUM -> larger(in.get(0).negate(), in.get(1).negate(), g);
            case NEGATE -> List.of(g.negate());
            case SIGMOID -> List.of(g.times(y.times(constant(1).minus(y))));
            case TANH -> List.of(g.times(constant(1).minus(square(y))));
            case RELU -> List.of(select(y, g, ZERO));
            case SOFTPLUS -> List.of(g.times(sigmoid(in.get(0))));
            case EXP -> List.of(g.times(y));
            case LOG -> List.of(g.divide(in.get(0)));
            case SQRT -> List.of(g.divide(y.times(2)));
            case SQUARE -> List.of(g.times(in.get(0).times(2)));
            case ABS -> List.of(select(in.get(0), g, select(in.get(0).negate(), g.negate(), ZERO)));
            case ERF -> List.of(g.times(exp(square(in.get(0)).negate()).times(2 / Math.sqrt(Math.PI))));
            case SELECT -> List.of(ZERO, select(in.get(0), g, ZERO), select(in.get(0), ZERO, g));
            case SUM -> List.of(broadcast(g, node.operand(0).size()));
            case BROADCAST -> List.of(sum(g));
            case CONCAT -> slices(node, g);
            case SLICE -> List.of(padded(node, g));
            case SOFTMAX -> List.of(y.times(g.minus(sum(g.times(y)))));
            case LOG_SOFTMAX -> List.of(g.minus(exp(y).times(sum(g))));
            case PICK -> List.of(ZERO, in.get(0).times(g));
            case SPREAD -> List.of(segmentSum(g));
            case SEGMENT_SUM -> List.of(spread(g, node.operand(0)));
            case SEGMENT_SOFTMAX -> List.of(y.times(g.minus(spread(segmentSum(g.times(y)), y))));
        };
    }

    /** All of g where a is larger, half where both are equal. */
    private static List<Node> larger(Node a, Node b, Node g) {
        Node half = g.times(0.5);
        Node difference = a.minus(b);
        Node opposite = b.minus(a);
        return List.of(
                select(difference, g, select(opposite, ZERO, half)),
                select(opposite, g, select(difference, ZERO, half)));
    }

    private static List<Node> slices(Node node, Node g) {
        List<Node> parts = new ArrayList<>();
        int from = 0;
        for (Node operand : node.operands()) {
            parts.add(slice(g, from, operand.size()));
            from += operand.size();
        }
        return parts;
    }

    private static Node padded(Node node, Node g) {
        int start = node.detail(Integer.class);
        int after = node.operand(0).size() - start - node.size();
        List<Node> parts = new ArrayList<>();
        if (start > 0) parts.add(constant(0, start));
        parts.add(g);
        if (after > 0) parts.add(constant(0, after));
        return concat(parts);
    }
}
