package org.rnn4j.cli.bench;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.grad.NetworkGradient;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * The bytes that a training step must hold in float32: weights and their gradients, matrices packed for forward and for
 * backward, and of every step the network's input, each layer's output, the gradients of both, and the values of the
 * equations that the backward pass reads.
 */
final class TrainingMemory {
    private TrainingMemory() {}

    static double bytes(SequenceGraph graph, int timeSteps, int batchSize) {
        NetworkGradient gradient = NetworkGradient.of(graph, true);
        double numbers = 0;
        for (Parameter p : graph.parameters()) numbers += 2.0 * p.length();
        double perStep = 2.0 * graph.input().size();
        for (Scan scan : graph.scans()) {
            numbers += 2.0 * matrices(scan.graph());
            perStep += 2.0 * scan.output().size() + saved(scan, gradient);
        }
        for (Value side : graph.sides().values()) perStep += side.size();
        return Float.BYTES * (numbers + perStep * timeSteps * batchSize);
    }

    private static double matrices(StepGraph graph) {
        Set<String> seen = new HashSet<>();
        double numbers = 0;
        for (Node node : graph.nodes()) {
            if (node.operation() != Operation.MATMUL) continue;
            Parameter matrix = node.detail(Matrix.class).parameter();
            if (seen.add(matrix.name())) numbers += matrix.length();
        }
        return numbers;
    }

    /** Sizes of the values that backward reads, less the inputs and the output, which are counted already. */
    private static double saved(Scan scan, NetworkGradient gradient) {
        StepGraph backward = gradient.backward().get(scan);
        if (backward == null) throw new AssertionError(scan.graph().name());
        List<Node> nodes = scan.graph().nodes();
        Set<Node> values = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : backward.nodes()) {
            if (node.operation() != Operation.SOURCE) continue;
            Source source = node.detail(Source.class);
            if (source.kind() == Source.Kind.SAVED) values.add(made(nodes.get(source.index()), scan.graph()));
        }
        values.remove(scan.graph().result(StepGraph.OUTPUT));
        return values.stream()
                .filter(v -> v.operation() != Operation.SOURCE)
                .mapToDouble(Node::size)
                .sum();
    }

    /** A state as the step before left it is a value that was made in that step. */
    private static Node made(Node value, StepGraph graph) {
        return graph.states().stream()
                .filter(s -> s.previous() == value)
                .map(StepGraph.State::next)
                .findFirst()
                .orElse(value);
    }
}
