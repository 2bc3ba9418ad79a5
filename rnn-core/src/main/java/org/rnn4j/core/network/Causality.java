package org.rnn4j.core.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.Preparation;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Whether a network can run step by step: its output at a step depends on that step and those before it. */
final class Causality {
    private Causality() {}

    /** Refuses a network whose output at a step depends on later steps. */
    static void require(SequenceGraph graph) {
        requireWithin(graph);
        Preparation preparation = Preparation.of(graph);
        for (Scan scan : graph.scans()) {
            if (!scan.backward() || preparation.stages().contains(scan)) continue;
            throw notCausal(
                    graph,
                    scan.output(),
                    "runs backward",
                    "look ahead, with newLookahead(k), \"lookahead\" in the model or --lookahead; or run whole sequences");
        }
    }

    /**
     * Refuses a network whose output at a step depends on later steps in another way than through cells that run backward
     * side by side with the others.
     */
    static void requireWithin(SequenceGraph graph) {
        Set<Value> finalStates = new HashSet<>();
        Preparation preparation = Preparation.of(graph);
        for (Stage stage : graph.stages()) {
            if (preparation.stages().contains(stage)) continue;
            for (Value value : stage.reads()) {
                if (finalStates.contains(value)) throw notCausal(graph, value, "its final state is read");
            }
            if (stage instanceof Scan scan) {
                if (seesItsInput(scan)) throw notCausal(graph, scan.output(), "looks at the whole of the input");
                finalStates.addAll(scan.finalStates().values());
            } else if (stage instanceof Pool pool) {
                throw notCausal(graph, pool.input(), "is pooled over time");
            } else if (stage instanceof Reverse reverse) {
                throw notCausal(graph, reverse.input(), "is reversed");
            } else if (stage instanceof Repeat repeat && !preparation.values().contains(repeat.input())) {
                throw notCausal(graph, repeat.input(), "is repeated");
            }
        }
        if (finalStates.contains(graph.output())) {
            throw notCausal(graph, graph.output(), "its final state is the output");
        }
    }

    /** True for a cell whose memory has a position for every step of the input. */
    private static boolean seesItsInput(Scan scan) {
        List<Node> inputs = scan.graph().inputs();
        for (int k = 0; k < inputs.size(); k++) {
            boolean memory = inputs.get(k).detail(Source.class).kind() == Source.Kind.MEMORY;
            if (memory && scan.inputs().get(k).followsInput()) return true;
        }
        return false;
    }

    /** Refuses a network that reads sources where none are given. */
    static void requireNoSources(SequenceGraph graph) {
        if (graph.sources().isEmpty()) return;
        throw new CellDefinitionException(ErrorMessage.of("A session without the sources that the network answers")
                .fact("sources", graph.sources().keySet())
                .fix("give them: newSession(batch.sources()); such a session looks back only")
                .toString());
    }

    private static CellDefinitionException notCausal(SequenceGraph graph, Value value, String reason) {
        return notCausal(
                graph, value, reason, "run whole sequences with predict(batch), or use layers that only look back");
    }

    private static CellDefinitionException notCausal(SequenceGraph graph, Value value, String reason, String fix) {
        String place = graph.scans().stream()
                .filter(s -> s.makes().contains(value))
                .map(s -> s.graph().name())
                .findFirst()
                .orElse("the input");
        return new CellDefinitionException(ErrorMessage.of("The network cannot run step by step")
                .fact("reason", place + ": " + reason)
                .fix(fix)
                .toString());
    }
}
