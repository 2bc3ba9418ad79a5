package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;
import org.rnn4j.core.trace.StepGraph.Result;

/**
 * A network that hands out, at every step and behind its output, the states of all cells that run forward.
 *
 * <p>Nothing else changes: a cell's result becomes (result, states), which maps take apart again. The parameters are those of
 * the network, so that the same weights serve both.
 *
 * @param graph with the wider output
 * @param columns where each state stands in the output, by its full name
 */
public record StateOutputs(SequenceGraph graph, Map<String, Integer> columns) {
    /** Keeps the order of the map. */
    public StateOutputs {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The network of a graph whose output has time. */
    public static StateOutputs of(SequenceGraph graph) {
        return new Rewriting(graph).rewritten();
    }

    private static final class Rewriting {
        private final SequenceGraph graph;
        private final List<Stage> stages = new ArrayList<>();
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<Value> states = new ArrayList<>();
        private int ids;

        Rewriting(SequenceGraph graph) {
            this.graph = graph;
            ids = graph.stages().stream()
                    .flatMap(s -> s.makes().stream())
                    .mapToInt(Value::id)
                    .max()
                    .orElse(0);
        }

        StateOutputs rewritten() {
            int column = graph.output().size();
            for (Stage stage : graph.stages()) {
                if (!(stage instanceof Scan scan) || !scan.isRecurrent() || scan.backward()) {
                    stages.add(stage);
                    continue;
                }
                Value states = widened(scan);
                for (StepGraph.State state : scan.graph().states()) {
                    columns.put(scan.graph().name() + "." + state.name(), column);
                    column += state.size();
                }
                this.states.add(states);
            }
            Value output = graph.output();
            if (!states.isEmpty()) {
                List<Value> parts = new ArrayList<>(List.of(output));
                parts.addAll(states);
                List<Node> sources = sources(parts);
                output = value(column, output);
                stages.add(map(sources, parts, Operations.concat(sources.toArray(new Node[0])), output));
            }
            return new StateOutputs(
                    new SequenceGraph(graph.input(), graph.sides(), graph.sources(), stages, output), columns);
        }

        /** Adds the scan with its states in its result, and what takes them apart; returns the states side by side. */
        private Value widened(Scan scan) {
            StepGraph step = scan.graph();
            List<Node> parts = new ArrayList<>(List.of(step.result(StepGraph.OUTPUT)));
            step.states().forEach(s -> parts.add(s.next()));
            Node joined = Operations.concat(parts.toArray(new Node[0]));
            StepGraph wider = new StepGraph(
                    step.name(),
                    step.inputs(),
                    step.states(),
                    List.of(new Result(StepGraph.OUTPUT, joined)),
                    step.parameters(),
                    step.gradients(),
                    step.labels());
            Value all = value(joined.size(), scan.output());
            stages.add(new Scan(wider, scan.inputs(), scan.initialStates(), false, all, scan.finalStates()));
            int size = scan.output().size();
            Value states = value(joined.size() - size, scan.output());
            List<Node> source = sources(List.of(all));
            stages.add(map(source, List.of(all), source.get(0).slice(0, size), scan.output()));
            stages.add(map(source, List.of(all), source.get(0).slice(size, states.size()), states));
            return states;
        }

        private Value value(int size, Value like) {
            return new Value(++ids, size, like.time(), false, like.reversed());
        }

        private static List<Node> sources(List<Value> inputs) {
            List<Node> sources = new ArrayList<>();
            for (int k = 0; k < inputs.size(); k++) {
                Source source = new Source(Source.Kind.INPUT, k == 0 ? "x" : "x" + k, k, false);
                sources.add(Node.of(Operation.SOURCE, List.of(), inputs.get(k).size(), source, source.name()));
            }
            return sources;
        }

        private Scan map(List<Node> sources, List<Value> inputs, Node result, Value output) {
            StepGraph equations = new StepGraph(
                    "states." + stages.size(),
                    sources,
                    List.of(),
                    List.of(new Result(StepGraph.OUTPUT, result)),
                    List.of(),
                    List.of(),
                    Map.of());
            return new Scan(equations, inputs, Map.of(), false, output, Map.of());
        }
    }
}
