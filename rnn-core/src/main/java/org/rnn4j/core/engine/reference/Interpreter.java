package org.rnn4j.core.engine.reference;

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
        Map<Node, Rows> values = new IdentityHashMap<>();
        for (Node node : nodes) {
            boolean outside = node.operation() == Operation.SOURCE || node.operation() == Operation.DROPOUT_MASK;
            List<Rows> in = node.operands().stream().map(o -> value(values, o)).toList();
            values.put(node, outside ? given.apply(node) : OperationTable.compute(node, in, count, weights));
        }
        return values;
    }

    /** The value of a node that was computed. */
    static Rows value(Map<Node, Rows> values, Node node) {
        Rows value = values.get(node);
        if (value == null) throw new AssertionError("not computed: " + node);
        return value;
    }
}
