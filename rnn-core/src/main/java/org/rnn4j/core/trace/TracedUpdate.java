package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.Update;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/**
 * Makes a {@link StepGraph} of an optimizer's update of one parameter: inputs parameter and gradient, sources stepNumber
 * and learningRate of kind UNIFORM, the optimizer's states (those of size 1 of kind UNIFORM too), and the result
 * {@value #PARAMETER}.
 */
public final class TracedUpdate implements Update {
    /** The result that replaces the parameter. */
    public static final String PARAMETER = "parameter";
    /** The uniform source of the update's number. */
    public static final String STEP_NUMBER = "t";
    /** The uniform source of the learning rate. */
    public static final String LEARNING_RATE = "η";

    private final Parameter parameter;
    private final Map<String, StepGraph.State> states = new LinkedHashMap<>();
    private final Map<String, Node> next = new LinkedHashMap<>();
    private Optional<Node> result = Optional.empty();

    private TracedUpdate(Parameter parameter) {
        this.parameter = parameter;
    }

    /** Traces the update of one parameter. */
    public static StepGraph trace(Optimizer optimizer, Parameter parameter) {
        TracedUpdate update = new TracedUpdate(parameter);
        optimizer.update(update);
        return update.graph();
    }

    /**
     * True if an element whose gradient is 0 keeps its number, and its states theirs, as the equations of an update show once
     * 0 stands for the gradient in them.
     */
    public static boolean leavesAloneWhatHasNoGradient(StepGraph update) {
        Node gradient = update.inputs().get(1);
        Map<Node, Node> without = new IdentityHashMap<>();
        for (Node node : update.nodes()) {
            List<Node> operands = node.operands().stream()
                    .map(o -> without.getOrDefault(o, o))
                    .toList();
            Node same = Node.of(node.operation(), operands, node.size(), node.detail(), "");
            without.put(node, node == gradient ? Operations.constant(0, node.size()) : same);
        }
        Interner interner = new Interner();
        return update.states().stream()
                        .filter(s -> s.previous().detail(Source.class).kind() != Source.Kind.UNIFORM)
                        .allMatch(s -> isSame(s.next(), s.previous(), without, interner))
                && isSame(update.result(PARAMETER), update.inputs().get(0), without, interner);
    }

    private static boolean isSame(Node after, Node before, Map<Node, Node> without, Interner interner) {
        return interner.intern(without.getOrDefault(after, after))
                == interner.intern(without.getOrDefault(before, before));
    }

    @Override
    public Node parameter() {
        return source(Source.Kind.INPUT, "p", 0, parameter.length());
    }

    @Override
    public Node gradient() {
        return source(Source.Kind.INPUT, "g", 1, parameter.length());
    }

    @Override
    public Node state(String name, double initial) {
        return state(name, initial, parameter.length(), Source.Kind.PREVIOUS);
    }

    @Override
    public Node scalarState(String name, double initial) {
        return state(name, initial, 1, Source.Kind.UNIFORM);
    }

    private Node state(String name, double initial, int size, Source.Kind kind) {
        if (states.containsKey(name)) throw problem("The state '" + name + "' is declared twice", "keep its node");
        Node node = source(kind, name, 0, size);
        states.put(name, new StepGraph.State(name, node, node, InitialState.constant(initial), Optional.empty()));
        return node;
    }

    @Override
    public Node stepNumber() {
        return source(Source.Kind.UNIFORM, STEP_NUMBER, 0, 1);
    }

    @Override
    public Node learningRate() {
        return source(Source.Kind.UNIFORM, LEARNING_RATE, 0, 1);
    }

    @Override
    public Parameter.Role role() {
        return parameter.role();
    }

    @Override
    public void next(String name, Node value) {
        StepGraph.State state = states.get(name);
        if (state == null)
            throw problem("The state '" + name + "' is not declared", "call state(\"" + name + "\") first");
        if (next.containsKey(name)) throw problem("The state '" + name + "' is set twice", "set it once");
        if (value.size() != state.size()) {
            throw problem(
                    "The state '" + name + "' changes its size from " + state.size() + " to " + value.size(),
                    "a state keeps its size");
        }
        next.put(name, value);
    }

    @Override
    public void nextParameter(Node value) {
        if (result.isPresent()) throw problem("The parameter is set twice", "call nextParameter once");
        if (value.size() != parameter.length()) {
            throw problem(
                    "The new parameter has the size " + value.size() + " instead of " + parameter.length(),
                    "updates are element-wise");
        }
        result = Optional.of(value);
    }

    private static Node source(Source.Kind kind, String name, int index, int size) {
        return Node.of(Operation.SOURCE, List.of(), size, new Source(kind, name, index, false), name);
    }

    private StepGraph graph() {
        if (result.isEmpty()) throw problem("The optimizer does not set the parameter", "call nextParameter(value)");
        Interner interner = new Interner();
        List<StepGraph.State> done = new ArrayList<>();
        for (StepGraph.State state : states.values()) {
            Node value = next.get(state.name());
            if (value == null) throw problem("The state '" + state.name() + "' is never set", "call next(name, value)");
            done.add(new StepGraph.State(
                    state.name(),
                    interner.intern(state.previous()),
                    interner.intern(value),
                    state.initial(),
                    Optional.empty()));
        }
        Node after = interner.intern(result.orElseThrow());
        List<Node> inputs = List.of(interner.intern(parameter()), interner.intern(gradient()));
        StepGraph graph = new StepGraph(
                "update",
                inputs,
                done,
                List.of(new StepGraph.Result(PARAMETER, after)),
                List.of(),
                List.of(),
                interner.labels());
        for (Node node : graph.nodes()) {
            boolean elementwise = node.operation().isPointwise()
                    || node.operands().isEmpty()
                    || node.operation() == Operation.BROADCAST;
            if (!elementwise)
                throw problem("Not element-wise: '" + node + "'", "updates use element-wise functions only");
        }
        return graph;
    }

    private CellDefinitionException problem(String headline, String fix) {
        return new CellDefinitionException(ErrorMessage.of(headline)
                .fact("where", "update of " + parameter.name())
                .fix(fix)
                .toString());
    }
}
