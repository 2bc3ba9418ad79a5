package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Takes out of a cell what follows from a memory alone, such as the keys of an attention: it becomes a map of the memory's
 * sequence, which runs once, not at every step, and whose gradient is taken once.
 */
final class MemoryHoisting {
    private final StepGraph traced;
    private final Map<String, Value> memories;
    private final BiFunction<StepGraph, List<Value>, Value> map;
    private final Set<Node> alone = Graphs.identitySet();
    private final Map<Node, Node> moved = new IdentityHashMap<>();
    private final Map<Node, Value> values = new IdentityHashMap<>();
    private final Interner interner = new Interner();
    private final StepGraph result;

    private MemoryHoisting(
            StepGraph traced, Map<String, Value> memories, BiFunction<StepGraph, List<Value>, Value> map) {
        this.traced = traced;
        this.memories = memories;
        this.map = map;
        this.result = traced.inputs().stream().noneMatch(MemoryHoisting::isMemory) ? traced : hoist();
    }

    /**
     * Hoists.
     *
     * @param map makes a map of memories, and says where its output is
     */
    static MemoryHoisting of(
            StepGraph traced, Map<String, Value> memories, BiFunction<StepGraph, List<Value>, Value> map) {
        return new MemoryHoisting(traced, memories, map);
    }

    /** What is left of the cell. */
    StepGraph graph() {
        return result;
    }

    /** The sequence that one of its memories is. */
    Value memory(Node input) {
        Value value = values.get(input);
        if (value == null) throw new AssertionError("no memory " + input);
        return value;
    }

    private StepGraph hoist() {
        List<Node> nodes = traced.nodes();
        for (Node node : nodes) if (isAlone(node)) alone.add(node);
        List<Node> sources = new ArrayList<>();
        for (Node node : nodes) moved.put(node, move(node, nodes, sources));
        List<StepGraph.State> states = new ArrayList<>();
        for (StepGraph.State s : traced.states()) {
            states.add(new StepGraph.State(
                    s.name(), moved(s.previous()), moved(s.next()), s.initial(), s.learned(), s.internal()));
        }
        List<StepGraph.Result> results = traced.results().stream()
                .map(r -> new StepGraph.Result(r.name(), moved(r.value())))
                .toList();
        List<Node> inputs = new ArrayList<>();
        for (Node input : traced.inputs()) if (!isMemory(input)) inputs.add(moved(input));
        StepGraph left = new StepGraph(
                traced.name(), inputs, states, results, traced.parameters(), List.of(), interner.labels());
        Set<String> used = parameters(left.nodes());
        states.forEach(s -> s.learned().ifPresent(p -> used.add(p.name())));
        Set<Node> seen = Graphs.identitySet();
        seen.addAll(left.nodes());
        sources.stream().filter(seen::contains).distinct().forEach(inputs::add);
        keepAxes(left, inputs);
        return new StepGraph(
                traced.name(),
                inputs,
                states,
                results,
                traced.parameters().stream()
                        .filter(p -> used.contains(p.name()))
                        .toList(),
                List.of(),
                interner.labels());
    }

    /** A memory of which nothing but its positions is used says how many there are. */
    private void keepAxes(StepGraph left, List<Node> inputs) {
        Set<String> said = new HashSet<>();
        for (Node input : inputs) said.add(input.axis());
        Set<String> used = new LinkedHashSet<>();
        for (Node node : left.nodes()) used.add(node.axis());
        for (StepGraph.State state : left.states()) used.add(state.axis());
        for (Node input : traced.inputs()) {
            if (isMemory(input) && used.contains(input.axis()) && said.add(input.axis())) {
                inputs.add(source(input, input.detail(Source.class).name(), memoryOf(input), ""));
            }
        }
    }

    /** The node in what is left: rebuilt, or a memory of its own if others need what follows from a memory alone. */
    private Node move(Node node, List<Node> nodes, List<Node> sources) {
        String label = traced.labels().getOrDefault(node, "");
        if (isMemory(node) || alone.contains(node) && isNeeded(node, nodes)) {
            Value value = isMemory(node) ? memoryOf(node) : map.apply(mapOf(node), memoriesOf(node));
            String name = isMemory(node) ? node.detail(Source.class).name() : "memory" + values.size();
            Node made = source(node, name, value, label);
            sources.add(made);
            return made;
        }
        List<Node> operands = node.operands().stream().map(this::moved).toList();
        return interner.intern(Node.of(node.operation(), operands, node.size(), node.detail(), label));
    }

    private Node source(Node like, String name, Value value, String label) {
        Source source = new Source(Source.Kind.MEMORY, name, 0, false, like.axis());
        Node made = interner.intern(
                Node.of(Operation.SOURCE, List.of(), like.size(), source, label.isEmpty() ? name : label));
        values.put(made, value);
        return made;
    }

    private Node moved(Node node) {
        Node found = moved.get(node);
        return found == null ? interner.intern(node) : found;
    }

    private boolean isAlone(Node node) {
        if (node.axis().isEmpty() || isMemory(node)) return false;
        return switch (node.operation()) {
            case SPREAD, SEGMENT_SOFTMAX, SOURCE -> false;
            default -> {
                boolean memory = false;
                for (Node operand : node.operands()) {
                    boolean own = isMemory(operand) || alone.contains(operand);
                    memory |= own;
                    if (!own && !isFixed(operand)) yield false;
                }
                yield memory;
            }
        };
    }

    /** True for numbers and trained vectors, spread or not. */
    private static boolean isFixed(Node node) {
        return switch (node.operation()) {
            case PARAMETER, CONSTANT -> true;
            case SPREAD, BROADCAST -> isFixed(node.operand(0));
            default -> false;
        };
    }

    private boolean isNeeded(Node node, List<Node> nodes) {
        return nodes.stream()
                .anyMatch(n -> !alone.contains(n) && n.operands().stream().anyMatch(o -> o == node));
    }

    private StepGraph mapOf(Node node) {
        Interner inner = new Interner();
        Map<Node, Node> plain = new IdentityHashMap<>();
        List<Node> inputs = new ArrayList<>();
        for (Node each : Graphs.inOrder(List.of(node))) {
            if (isMemory(each)) {
                String name = inputs.isEmpty() ? "x" : "x" + inputs.size();
                Source source = new Source(Source.Kind.INPUT, name, inputs.size(), false);
                Node input = inner.intern(Node.of(Operation.SOURCE, List.of(), each.size(), source, name));
                inputs.add(input);
                plain.put(each, input);
            } else {
                List<Node> operands = each.operands().stream()
                        .map(o -> plain.getOrDefault(o, o))
                        .toList();
                String label = traced.labels().getOrDefault(each, "");
                plain.put(
                        each,
                        each.operation() == Operation.SPREAD
                                ? operands.get(0)
                                : inner.intern(Node.of(each.operation(), operands, each.size(), each.detail(), label)));
            }
        }
        Node output = plain.getOrDefault(node, node);
        Set<String> used = parameters(Graphs.inOrder(List.of(output)));
        return new StepGraph(
                traced.name(),
                inputs,
                List.of(),
                List.of(new StepGraph.Result(StepGraph.OUTPUT, output)),
                traced.parameters().stream()
                        .filter(p -> used.contains(p.name()))
                        .toList(),
                List.of(),
                inner.labels());
    }

    private List<Value> memoriesOf(Node node) {
        return Graphs.inOrder(List.of(node)).stream()
                .filter(MemoryHoisting::isMemory)
                .map(this::memoryOf)
                .toList();
    }

    private Value memoryOf(Node source) {
        return Optional.ofNullable(memories.get(source.detail(Source.class).name()))
                .orElseThrow(() -> new AssertionError("no memory " + source));
    }

    private static Set<String> parameters(List<Node> nodes) {
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (node.detail() instanceof Matrix matrix)
                names.add(matrix.parameter().name());
            if (node.detail() instanceof Parameter parameter) names.add(parameter.name());
        }
        return names;
    }

    private static boolean isMemory(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.MEMORY;
    }
}
