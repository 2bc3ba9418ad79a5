package org.rnn4j.core.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/**
 * Finds a readable, unique name for every node of a graph: the author's, else the source's or parameter's own, else a number
 * such as {@code %3}. Where two want the same name, the second gets a prime: the state h after the step is h'.
 */
final class NodeNames {
    private static final String NUMBER = "%";

    private final Map<Node, String> names = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int numbers;

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
        List<Node> unnamed =
                graph.nodes().stream().filter(n -> !result.names.containsKey(n)).toList();
        for (Node node : unnamed) {
            if (node.operands().isEmpty()) result.claim(node, ownName(node, graph));
        }
        for (Node node : unnamed) {
            if (!node.operands().isEmpty()) result.number(node);
        }
        return result.names;
    }

    /** Gives a number that no other value has, nor one of the forward pass that a backward pass reads. */
    private void number(Node node) {
        String name = NUMBER + ++numbers;
        while (!taken.add(name)) name = NUMBER + ++numbers;
        names.put(node, name);
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

    private static String ownName(Node node, StepGraph graph) {
        return switch (node.operation()) {
            case SOURCE -> node.detail(Source.class).name();
            case PARAMETER -> graph.localName(node.detail(Parameter.class));
            case CONSTANT -> node.detail().toString();
            default -> node.operation().word();
        };
    }
}
