package org.rnn4j.core.trace;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/**
 * The equations of one step, as a graph of distinct nodes: of a cell, of its backward pass, of a loss, of an optimizer.
 *
 * <p>Nodes are unique: equal expressions are the same object. Immutable.
 *
 * @param name path of the cell, such as {@code layers.0.cell}; begins the names of its parameters
 * @param inputs sources that change with every step, such as x, by index
 * @param states what is carried from step to step
 * @param results what is handed out at every step
 * @param parameters in order of their declaration
 * @param gradients contributions to the gradients of parameters; only in a backward graph
 * @param labels names that the author gave to values
 */
public record StepGraph(
        String name,
        List<Node> inputs,
        List<State> states,
        List<Result> results,
        List<Parameter> parameters,
        List<Gradient> gradients,
        Map<Node, String> labels) {

    /**
     * What is carried from step to step.
     *
     * @param name its name
     * @param previous the source that stands for its value before the step
     * @param next its value after the step
     * @param initial what it is before the first step
     * @param learned the trained initial vector, if it is learned
     * @param internal true if it begins so whatever the flow around the cell says
     */
    public record State(
            String name,
            Node previous,
            Node next,
            InitialState initial,
            Optional<Parameter> learned,
            boolean internal) {
        /** A state that a flow may begin as it likes. */
        public State(String name, Node previous, Node next, InitialState initial, Optional<Parameter> learned) {
            this(name, previous, next, initial, learned, false);
        }

        /** Number of elements. */
        public int size() {
            return previous.size();
        }

        /** Empty for one vector an example; else there is one at every position of the memory of this axis. */
        public String axis() {
            return previous.axis();
        }

        /** True if there is a vector at every position of a memory. */
        public boolean hasPositions() {
            return !axis().isEmpty();
        }
    }

    /** A value that is handed out at every step, by name. */
    public record Result(String name, Node value) {}

    /**
     * A contribution to a parameter's gradient, summed over all steps and examples.
     *
     * @param parameter whose gradient
     * @param transposed true if the equation multiplied by the transposed matrix
     * @param output gradient of the product's result, or of the vector itself
     * @param input what the matrix multiplied; empty for a vector
     */
    public record Gradient(Parameter parameter, boolean transposed, Node output, Optional<Node> input) {}

    /** The name of the result of a cell. */
    public static final String OUTPUT = "output";

    /** Copies the lists. */
    public StepGraph {
        inputs = List.copyOf(inputs);
        states = List.copyOf(states);
        results = List.copyOf(results);
        parameters = List.copyOf(parameters);
        gradients = List.copyOf(gradients);
        Map<Node, String> copy = new IdentityHashMap<>(labels);
        labels = java.util.Collections.unmodifiableMap(copy);
    }

    /** All nodes that something depends on, operands before what uses them. */
    public List<Node> nodes() {
        List<Node> roots = new java.util.ArrayList<>();
        states.forEach(s -> roots.add(s.next()));
        results.forEach(r -> roots.add(r.value()));
        for (Gradient gradient : gradients) {
            roots.add(gradient.output());
            gradient.input().ifPresent(roots::add);
        }
        return Graphs.inOrder(roots);
    }

    /** The value of a result. */
    public Node result(String resultName) {
        return results.stream()
                .filter(r -> r.name().equals(resultName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no result " + resultName + " in " + name))
                .value();
    }

    /** The same graph that hands out one more value. */
    public StepGraph withResult(Result result) {
        List<Result> more = new java.util.ArrayList<>(results);
        more.add(result);
        return new StepGraph(name, inputs, states, more, parameters, gradients, labels);
    }

    /** True if there is a result of this name. */
    public boolean hasResult(String resultName) {
        return results.stream().anyMatch(r -> r.name().equals(resultName));
    }

    /** A name for every node: the author's, else the operation's with a number. */
    public Map<Node, String> names() {
        return NodeNames.of(this);
    }

    /** The name of a parameter without the path of this graph. */
    public String localName(Parameter parameter) {
        String prefix = name + ".";
        return parameter.name().startsWith(prefix) ? parameter.name().substring(prefix.length()) : parameter.name();
    }

    /** The states by name. */
    public Map<String, State> statesByName() {
        Map<String, State> map = new LinkedHashMap<>();
        states.forEach(s -> map.put(s.name(), s));
        return map;
    }
}
