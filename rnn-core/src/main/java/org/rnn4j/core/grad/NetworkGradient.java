package org.rnn4j.core.grad;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph;

/**
 * The backward graphs of a network's scans, and which values a gradient flows to.
 *
 * @param differentiated values whose gradient is needed
 * @param backward the backward graph of every scan
 */
public record NetworkGradient(Set<Value> differentiated, Map<Scan, StepGraph> backward) {

    /**
     * Derives the backward graphs of a network.
     *
     * @param inputGradient true if the gradient of the network's input is wanted too
     */
    public static NetworkGradient of(SequenceGraph graph, boolean inputGradient) {
        Set<Value> differentiated = new HashSet<>();
        if (inputGradient && !graph.input().isOneHot()) differentiated.add(graph.input());
        Map<Scan, StepGraph> backward = new HashMap<>();
        for (Stage stage : graph.stages()) {
            boolean learns =
                    stage instanceof Scan scan && (!scan.graph().parameters().isEmpty() || scan.isRecurrent());
            if (learns || stage.reads().stream().anyMatch(differentiated::contains)) {
                differentiated.addAll(stage.makes());
            }
            if (stage instanceof Scan scan) backward.put(scan, Adjoint.of(scan.graph(), wanted(scan, differentiated)));
        }
        return new NetworkGradient(Set.copyOf(differentiated), Map.copyOf(backward));
    }

    private static Set<Integer> wanted(Scan scan, Set<Value> differentiated) {
        Set<Integer> wanted = new HashSet<>();
        for (int k = 0; k < scan.inputs().size(); k++) {
            if (differentiated.contains(scan.inputs().get(k))) wanted.add(k);
        }
        return wanted;
    }
}
