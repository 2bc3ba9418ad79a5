package org.rnn4j.core.engine.reference;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;

/** Computes all nodes of a step graph for some examples, one after the other. */
final class Interpreter {
    private final List<Node> nodes;
    private final ReferenceWeights weights;

    /**
     * An interpreter of a graph.
     *
     * @param nodes of the graph, operands before what uses them
     */
    Interpreter(List<Node> nodes, ReferenceWeights weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * Computes one time step.
     *
     * @param count number of examples
     * @param given values of sources and dropout masks
     * @return the value of every node
     */
    Map<Node, Rows> run(int count, Function<Node, Rows> given) {
        return run(count, Map.of(), given);
    }

    /**
     * Computes one time step of equations that look at memories.
     *
     * @param count number of examples
     * @param memories the lengths of these examples' memories, by axis
     * @param given values of sources and dropout masks
     * @return the value of every node; of one with positions, the rows of the first example, then of the next
     */
    Map<Node, Rows> run(int count, Map<String, int[]> memories, Function<Node, Rows> given) {
        Map<Node, Rows> values = new IdentityHashMap<>();
        for (Node node : nodes) {
            boolean outside = node.operation() == Operation.SOURCE || node.operation() == Operation.DROPOUT_MASK;
            int[] lengths = memories.getOrDefault(axis(node), new int[0]);
            int rows = node.axis().isEmpty()
                    ? count
                    : Math.max(1, Arrays.stream(lengths).sum());
            List<Rows> in = node.operands().stream()
                    .map(o -> operand(node, o, value(values, o), rows))
                    .toList();
            values.put(node, outside ? given.apply(node) : compute(node, in, rows, lengths));
        }
        return values;
    }

    private Rows compute(Node node, List<Rows> in, int rows, int[] lengths) {
        return switch (node.operation()) {
            case SPREAD -> Segments.spread(in.get(0), lengths);
            case SEGMENT_SUM -> Segments.sum(in.get(0), lengths);
            case SEGMENT_SOFTMAX -> Segments.softmax(in.get(0), lengths);
            default -> OperationTable.compute(node, in, rows, weights);
        };
    }

    /** The axis whose positions a node makes or puts together. */
    private static String axis(Node node) {
        return node.operation() == Operation.SEGMENT_SUM ? node.operand(0).axis() : node.axis();
    }

    /** A number is the same at every position. */
    private static Rows operand(Node node, Node operand, Rows value, int rows) {
        boolean number = !node.axis().isEmpty() && operand.axis().isEmpty() && node.operation() != Operation.SPREAD;
        if (!number) return value;
        return Rows.repeated(
                value.count() == 0
                        ? new double[operand.size()]
                        : value.numbers().getRow(0),
                rows);
    }

    /** The value of a node that was computed. */
    static Rows value(Map<Node, Rows> values, Node node) {
        Rows value = values.get(node);
        if (value == null) throw new AssertionError("not computed: " + node);
        return value;
    }
}
