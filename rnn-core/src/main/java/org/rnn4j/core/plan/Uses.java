package org.rnn4j.core.plan;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.core.trace.Graphs;
import org.rnn4j.core.trace.StepGraph;

/** How often values are used, and which of them must exist because something outside reads them. */
final class Uses {
    private final Map<Node, Integer> counts = new IdentityHashMap<>();
    private final Set<Node> pinned = Graphs.identitySet();

    Uses(StepGraph graph, Set<Node> saved) {
        for (Node node : graph.nodes()) node.operands().forEach(o -> counts.merge(o, 1, Integer::sum));
        pinned.addAll(saved);
        graph.states().forEach(s -> pinned.add(s.next()));
        graph.results().forEach(r -> pinned.add(r.value()));
        for (StepGraph.Gradient gradient : graph.gradients()) {
            pinned.add(gradient.output());
            gradient.input().ifPresent(pinned::add);
        }
    }

    /** True if exactly one other value needs it, so that it may vanish within that one. */
    boolean isInner(Node node) {
        return counts.getOrDefault(node, 0) == 1 && !pinned.contains(node);
    }

    /** True if something outside reads it. */
    boolean isPinned(Node node) {
        return pinned.contains(node);
    }

    /** True if a sum has a product among its inner parts. */
    boolean hasProduct(Node sum) {
        return sum.operands().stream()
                .filter(this::isInner)
                .anyMatch(o -> o.operation() == Operation.MATMUL || o.operation() == Operation.ADD && hasProduct(o));
    }
}
