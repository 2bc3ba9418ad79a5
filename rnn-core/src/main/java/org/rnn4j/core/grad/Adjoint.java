package org.rnn4j.core.grad;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.expr.Constant;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.Graphs;
import org.rnn4j.core.trace.Interner;
import org.rnn4j.core.trace.StepGraph;

/**
 * Derives the backward graph of a step graph: reverse-mode differentiation, as equations.
 *
 * <p>The backward graph is a step graph that runs from the last step to the first. Its states are the gradients of the
 * forward states ({@code grad_h} before the backward step is the gradient of h after the forward step); its inputs are
 * gradients of results (COTANGENT) and forward values (SAVED); its results are gradients of inputs ({@code grad_x}), and
 * its contributions are those to parameters.
 */
public final class Adjoint {
    /** What names of gradients begin with. */
    public static final String PREFIX = "grad_";

    private final StepGraph forward;
    private final List<Node> nodes;
    private final Map<Node, Integer> numbers = new IdentityHashMap<>();
    private final Map<Node, String> names;
    private final Map<Node, Node> cotangents = new IdentityHashMap<>();
    private final List<StepGraph.Gradient> gradients = new ArrayList<>();
    private final Interner interner = new Interner();
    private final Set<Node> active;

    private Adjoint(StepGraph forward, Set<Integer> wantedInputs) {
        this.forward = forward;
        this.nodes = forward.nodes();
        this.names = forward.names();
        for (int k = 0; k < nodes.size(); k++) numbers.put(nodes.get(k), k);
        this.active = Graphs.dependents(nodes, n -> isDifferentiated(n, wantedInputs));
    }

    /**
     * The backward graph.
     *
     * @param forward the forward graph
     * @param wantedInputs indices of the inputs whose gradients are wanted
     */
    public static StepGraph of(StepGraph forward, Set<Integer> wantedInputs) {
        return new Adjoint(forward, wantedInputs)
                .derive(result -> source(
                        Source.Kind.COTANGENT,
                        PREFIX + result.name(),
                        result.value().size()));
    }

    /** The backward graph of a loss: the gradient of its sum with respect to input 0. */
    public static StepGraph ofLoss(StepGraph loss, String result) {
        return new Adjoint(loss, Set.of(0))
                .derive(r -> Operations.constant(
                        r.name().equals(result) ? 1 : 0, r.value().size()));
    }

    /** The forward value that a SAVED source stands for. */
    public static Node savedValue(StepGraph forward, Source source) {
        return forward.nodes().get(source.index());
    }

    private StepGraph derive(java.util.function.Function<StepGraph.Result, Node> seed) {
        for (StepGraph.Result result : forward.results()) add(result.value(), seed.apply(result));
        for (StepGraph.State state : forward.states()) {
            add(state.next(), carried(state));
        }
        for (int k = nodes.size() - 1; k >= 0; k--) visit(nodes.get(k));
        List<StepGraph.State> states = new ArrayList<>();
        for (StepGraph.State state : forward.states()) {
            states.add(new StepGraph.State(
                    PREFIX + state.name(),
                    interner.intern(carried(state)),
                    cotangent(state.previous()),
                    InitialState.zeros(),
                    Optional.empty()));
        }
        List<StepGraph.Result> results = new ArrayList<>();
        for (Node input : forward.inputs()) {
            if (active.contains(input)) {
                results.add(
                        new StepGraph.Result(PREFIX + input.detail(Source.class).name(), cotangent(input)));
            }
        }
        return new StepGraph(
                forward.name(), inputs(results, states), states, results, List.of(), gradients, interner.labels());
    }

    private void visit(Node node) {
        Node raw = cotangents.get(node);
        if (raw == null || !active.contains(node)) return;
        Node g = interner.intern(raw);
        if (isZero(g)) return;
        interner.labels().putIfAbsent(g, PREFIX + names.getOrDefault(node, ""));
        cotangents.put(node, g);
        if (node.operation() == Operation.PARAMETER) {
            gradients.add(new StepGraph.Gradient(node.detail(Parameter.class), false, g, Optional.empty()));
        } else if (node.operation() == Operation.MATMUL) {
            Matrix matrix = node.detail(Matrix.class);
            Node input = interner.intern(seen(node.operand(0)));
            gradients.add(new StepGraph.Gradient(matrix.parameter(), matrix.transposed(), g, Optional.of(input)));
        }
        List<Node> in = node.operands().stream().map(this::seen).toList();
        List<Node> contributions = GradientRules.gradients(node, seen(node), in, g);
        for (int k = 0; k < contributions.size(); k++) {
            if (active.contains(node.operand(k))) add(node.operand(k), contributions.get(k));
        }
    }

    private void add(Node node, Node contribution) {
        Node sized = Operations.spread(Operations.broadcast(contribution, node.size()), node);
        if (isZero(sized)) return;
        cotangents.merge(node, sized, Node::plus);
    }

    private Node cotangent(Node node) {
        Node g = cotangents.get(node);
        return interner.intern(g == null ? Operations.spread(Operations.constant(0, node.size()), node) : g);
    }

    private boolean isDifferentiated(Node node, Set<Integer> wantedInputs) {
        return switch (node.operation()) {
            case PARAMETER, MATMUL -> true;
            case SOURCE -> {
                Source source = node.detail(Source.class);
                yield source.kind() == Source.Kind.PREVIOUS
                        || source.kind() == Source.Kind.MEMORY && wantedInputs.contains(memoryIndex(node))
                        || source.kind() == Source.Kind.INPUT
                                && !source.oneHot()
                                && wantedInputs.contains(source.index());
            }
            default -> false;
        };
    }

    private int memoryIndex(Node node) {
        for (int k = 0; k < forward.inputs().size(); k++) {
            if (forward.inputs().get(k) == node) return k;
        }
        throw new AssertionError("no input " + node);
    }

    /** How the backward graph sees a forward value. */
    private Node seen(Node node) {
        return switch (node.operation()) {
            case CONSTANT, PARAMETER -> node;
            case BROADCAST -> Operations.broadcast(seen(node.operand(0)), node.size());
            case STOP_GRADIENT -> seen(node.operand(0));
            case SPREAD -> Operations.spread(seen(node.operand(0)), node);
            default -> saved(node);
        };
    }

    private Node saved(Node node) {
        Integer number = numbers.get(node);
        if (number == null) throw new AssertionError("not a forward value: " + node);
        String name = names.getOrDefault(node, "");
        Source source = new Source(Source.Kind.SAVED, name, number, node.isOneHot(), node.axis());
        return Node.of(Operation.SOURCE, List.of(), node.size(), source, "");
    }

    private List<Node> inputs(List<StepGraph.Result> results, List<StepGraph.State> states) {
        List<Node> roots = new ArrayList<>();
        results.forEach(r -> roots.add(r.value()));
        states.forEach(s -> roots.add(s.next()));
        for (StepGraph.Gradient gradient : gradients) {
            roots.add(gradient.output());
            gradient.input().ifPresent(roots::add);
        }
        return Graphs.inOrder(roots).stream()
                .filter(n -> n.operation() == Operation.SOURCE)
                .filter(n -> n.detail(Source.class).kind() != Source.Kind.PREVIOUS)
                .toList();
    }

    private static boolean isZero(Node node) {
        Node scalar = node;
        while (scalar.operation() == Operation.BROADCAST || scalar.operation() == Operation.SPREAD) {
            scalar = scalar.operand(0);
        }
        return scalar.operation() == Operation.CONSTANT
                && scalar.size() == 1
                && scalar.detail(Constant.class).get(0) == 0;
    }

    /** The gradient of a state from the steps after this one. */
    private static Node carried(StepGraph.State state) {
        Source source = new Source(Source.Kind.PREVIOUS, PREFIX + state.name(), 0, false, state.axis());
        return Node.of(Operation.SOURCE, List.of(), state.size(), source, "carried_" + source.name());
    }

    private static Node source(Source.Kind kind, String name, int size) {
        return Node.of(Operation.SOURCE, List.of(), size, new Source(kind, name, 0, false), name);
    }
}
