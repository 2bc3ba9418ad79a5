package org.rnn4j.core.engine.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.StepGraph;

/** Prints a network as its stages and equations, one operation a line. */
final class EquationText {
    private EquationText() {}

    static String of(SequenceGraph graph) {
        return graph.stages().stream().map(EquationText::text).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Stage stage) {
        if (stage instanceof Scan scan) return text(scan);
        if (stage instanceof Reverse reverse) return reverse.output() + " = reverse(" + reverse.input() + ")";
        if (stage instanceof Repeat repeat) return repeat.output() + " = repeat(" + repeat.input() + ")";
        Pool pool = (Pool) stage;
        return pool.output() + " = " + pool.kind().name().toLowerCase(java.util.Locale.ROOT) + "(" + pool.input() + ")";
    }

    private static String text(Scan scan) {
        StepGraph graph = scan.graph();
        Map<Node, String> names = graph.names();
        StringBuilder text = new StringBuilder();
        String word = !scan.isRecurrent() ? "map " : scan.backward() ? "scan backward " : "scan ";
        text.append(scan.output())
                .append(" = ")
                .append(word)
                .append(graph.name())
                .append(scan.inputs());
        for (Node node : graph.nodes()) {
            if (!node.operands().isEmpty()) {
                text.append("\n  ").append(name(names, node)).append(" = ").append(equation(node, names));
            }
        }
        for (StepGraph.State state : graph.states()) {
            text.append("\n  next ").append(state.name()).append(" = ").append(name(names, state.next()));
        }
        return text.append("\n  output = ")
                .append(name(names, graph.result(StepGraph.OUTPUT)))
                .toString();
    }

    private static String equation(Node node, Map<Node, String> names) {
        List<String> in = node.operands().stream().map(o -> name(names, o)).toList();
        return switch (node.operation()) {
            case MATMUL -> node.detail(Matrix.class) + " " + in.get(0);
            case ADD -> String.join(" + ", in);
            case SUBTRACT -> String.join(" - ", in);
            case MULTIPLY -> String.join(" ∘ ", in);
            case DIVIDE -> String.join(" / ", in);
            case NEGATE -> "-" + in.get(0);
            case SLICE -> in.get(0) + "[" + node.detail() + ".." + (node.detail(Integer.class) + node.size() - 1) + "]";
            default -> node.operation().word() + "(" + String.join(", ", in) + ")";
        };
    }

    private static String name(Map<Node, String> names, Node node) {
        if (node.detail() instanceof DropoutMask mask) return "dropoutMask(" + mask.rate() + ")";
        return names.getOrDefault(node, "?");
    }
}
