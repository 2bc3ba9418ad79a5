package org.rnn4j.core.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/** Finds a readable, unique name for every node of a graph. */
final class NodeNames {
    private final Map<Node, String> names = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private NodeNames() {}

    static Map<Node, String> of(StepGraph graph) {
        NodeNames result = new NodeNames();
        for (Node node : graph.nodes()) {
            String label = graph.labels().getOrDefault(node, "");
            if (!label.isEmpty()) result.claim(node, label);
        }
        for (StepGraph.State state : graph.states()) {
            if (!result.names.containsKey(state.previous())) result.claim(state.previous(), state.name());
            if (!result.names.containsKey(state.next())) result.claim(state.next(), state.name());
        }
        for (Node node : graph.nodes()) {
            if (!result.names.containsKey(node)) result.claim(node, result.fallback(node));
        }
        return result.names;
    }

    private void claim(Node node, String name) {
        names.put(node, unique(name));
    }

    private String unique(String name) {
        if (taken.add(name)) return name;
        int number = counts.merge(name, 1, Integer::sum) + 1;
        String numbered = name + "'" + (number == 2 ? "" : String.valueOf(number));
        return taken.add(numbered) ? numbered : unique(name);
    }

    private String fallback(Node node) {
        return switch (node.operation()) {
            case SOURCE -> node.detail(Source.class).name();
            case PARAMETER -> node.detail(Parameter.class).name();
            case CONSTANT -> node.detail().toString();
            default -> {
                int number = counts.merge("%", 1, Integer::sum);
                yield "%" + number;
            }
        };
    }
}
