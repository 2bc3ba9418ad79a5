package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Listens to one call of {@link Cell#step} and makes a {@link StepGraph} of what it hears. */
public final class TracedStep implements Step {
    private final String path;
    private final List<Node> inputs;
    private final Map<String, Value> memories;
    private final Map<String, Node> seen = new LinkedHashMap<>();
    private final Map<String, Node> sides = new LinkedHashMap<>();
    private final Map<String, Node> previous = new LinkedHashMap<>();
    private final Map<String, Node> next = new LinkedHashMap<>();
    private final Map<String, InitialState> initial = new LinkedHashMap<>();
    private final Set<String> internal = new HashSet<>();
    private final Map<String, Declared> parameters = new LinkedHashMap<>();
    private final Map<String, Parameter> below;
    private Optional<Node> output = Optional.empty();
    private int masks;
    private boolean closed;

    private record Declared(Parameter parameter, boolean roleGiven, boolean initializerGiven) {}

    /**
     * What is around a step in its network.
     *
     * @param memories sequences that can be seen as a whole, by name
     * @param below the parameters of the layers below, by full name, which it may share
     */
    record Surroundings(Map<String, Value> memories, Map<String, Parameter> below) {
        static final Surroundings NONE = new Surroundings(Map.of(), Map.of());
    }

    private TracedStep(String path, List<Node> inputs, Surroundings surroundings) {
        this.path = path;
        this.below = surroundings.below();
        this.inputs = inputs;
        this.memories = surroundings.memories();
    }

    /**
     * Traces a cell.
     *
     * @param cell the equations
     * @param path its place in the network; parameter names begin with it
     * @param inputs size and kind of every input
     */
    public static StepGraph trace(Cell cell, String path, List<Input> inputs) {
        return trace(cell, path, inputs, Surroundings.NONE);
    }

    /**
     * Traces a cell that may look at what is around it.
     *
     * @param cell the equations
     * @param path its place in the network; parameter names begin with it
     * @param inputs size and kind of every input
     */
    static StepGraph trace(Cell cell, String path, List<Input> inputs, Surroundings surroundings) {
        List<Node> sources = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            Source source = new Source(
                    Source.Kind.INPUT, k == 0 ? "x" : "x" + k, k, inputs.get(k).oneHot());
            sources.add(Node.of(Operation.SOURCE, List.of(), inputs.get(k).size(), source, source.name()));
        }
        TracedStep step = new TracedStep(path, List.copyOf(sources), surroundings);
        try {
            cell.step(step);
        } catch (ShapeException e) {
            throw new CellDefinitionException("In " + step.described(cell) + ": " + e.getMessage(), e);
        } finally {
            step.closed = true;
        }
        return step.graph(cell);
    }

    /** Size of an input, and whether it is one-hot. */
    public record Input(int size, boolean oneHot) {}

    @Override
    public Node input(int index) {
        check(
                index >= 0 && index < inputs.size(),
                "input(" + index + ") of a step that has " + inputs.size(),
                "inputs are counted from 0");
        return inputs.get(index);
    }

    @Override
    public int inputs() {
        return inputs.size();
    }

    @Override
    public Node side(String name, int size) {
        Names.checked(name, "side input");
        Node side = sides.computeIfAbsent(name, n -> source(Source.Kind.SIDE, "side input", name, size, ""));
        check(
                side.size() == size,
                "The side input '" + name + "' has two sizes, " + side.size() + " and " + size,
                "declare it with one size");
        return side;
    }

    @Override
    public Node memory(String name) {
        Value memory = memories.get(name);
        if (memory == null) {
            throw new CellDefinitionException(ErrorMessage.of("No memory '" + name + "' here")
                    .fact("where", path.isEmpty() ? "the equations" : path)
                    .choices(name, memories.keySet())
                    .fix(
                            "use the cell where there is one: in the decoder of a model of type encoderDecoder, or in a flow"
                                    + " from withMemory(...)")
                    .toString());
        }
        Source source = new Source(Source.Kind.MEMORY, name, 0, false, memory.time());
        return seen.computeIfAbsent(name, n -> Node.of(Operation.SOURCE, List.of(), memory.size(), source, name));
    }

    @Override
    public Node previous(String name, int size) {
        return previous(name, size, "");
    }

    @Override
    public Node previous(String name, int size, Node like) {
        check(
                !like.axis().isEmpty(),
                "The state '" + name + "' at the positions of '" + like + "', which has none",
                "give a value that depends on a memory; see Step.memory");
        return previous(name, size, like.axis());
    }

    private Node previous(String name, int size, String axis) {
        Names.checked(name, "state");
        check(
                !previous.containsKey(name),
                "The state '" + name + "' is declared twice",
                "keep the node of the first call");
        Node node = source(Source.Kind.PREVIOUS, "state", name, size, axis);
        previous.put(name, node);
        return node;
    }

    private Node source(Source.Kind kind, String what, String name, int size, String axis) {
        check(size > 0, "The " + what + " '" + name + "' has the size " + size, "sizes are at least 1");
        return Node.of(Operation.SOURCE, List.of(), size, new Source(kind, name, 0, false, axis), name);
    }

    @Override
    public void next(String name, Node value) {
        Node state = declaredState(name);
        check(
                !next.containsKey(name),
                "The state '" + name + "' is set twice; the second time to '" + value + "'",
                "set every state once");
        if (state.size() != value.size()) {
            throw new CellDefinitionException(ErrorMessage.of(
                            "The state '" + name + "' changes its size in '" + value + "'")
                    .fact("before", state.size())
                    .fact("after", value.size())
                    .fix("declare it with previous(\"" + name + "\", " + value.size() + "), or change the equation")
                    .toString());
        }
        check(
                value.axis().isEmpty() || value.axis().equals(state.axis()),
                "The state '" + name + "' is set to '" + value + "', a value at every position of "
                        + (state.axis().isEmpty() ? "a memory" : "another memory"),
                "put the positions together: segmentSum(...), or declare the state with previous(name, size, memory)");
        next.put(name, Operations.spread(value, state));
    }

    @Override
    public Node next(String name) {
        declaredState(name);
        Node value = next.get(name);
        if (value == null) {
            throw problem(
                    "next(\"" + name + "\") is read before it is set", "call next(\"" + name + "\", value) first");
        }
        return value;
    }

    @Override
    public void output(Node value) {
        check(output.isEmpty(), "The output is set twice; the second time to '" + value + "'", "set it once");
        check(
                value.axis().isEmpty(),
                "The output is '" + value + "', a value at every position of a memory",
                "put the positions together: segmentSum(...)");
        output = Optional.of(value);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return new Matrix(declare(name, rows, columns, Parameter.Role.INPUT, false), false);
    }

    @Override
    public Matrix matrix(String name, Parameter.Role role, int rows, int columns) {
        return new Matrix(declare(name, rows, columns, role, true), false);
    }

    @Override
    public Matrix shared(String fullName) {
        Parameter parameter = below.get(fullName);
        if (parameter != null) return new Matrix(parameter, false);
        throw new CellDefinitionException(ErrorMessage.of("No layer below has the matrix '" + fullName + "'")
                .fact("where", path)
                .choices(fullName, below.keySet())
                .fix("give the full name of a parameter that a layer below declares")
                .toString());
    }

    @Override
    public Node vector(String name, Parameter.Role role, int size) {
        Parameter parameter = declare(name, size, 1, role, true);
        return Node.of(Operation.PARAMETER, List.of(), size, parameter, name);
    }

    private Parameter declare(String name, int rows, int columns, Parameter.Role role, boolean roleGiven) {
        Names.checked(name, "parameter");
        check(
                !closed,
                "The parameter '" + name + "' is declared after the end of the step",
                "declare parameters within step(...)");
        check(
                !parameters.containsKey(name),
                "The parameter '" + name + "' is declared twice",
                "keep what the first call gave, or use another name");
        check(
                rows > 0 && columns > 0,
                "The parameter '" + name + "' has the shape [" + rows + ", " + columns + "]",
                "sizes are at least 1");
        Parameter.Structure structure =
                role == Parameter.Role.PEEPHOLE ? Parameter.Structure.DIAGONAL : Parameter.Structure.DENSE;
        Parameter parameter = new Parameter(name, rows, columns, role, structure, Initializer.zeros());
        parameters.put(name, new Declared(parameter, roleGiven, false));
        return parameter;
    }

    @Override
    public Node affine(String name, int size, Node... operands) {
        return linear(name, size, operands).plus(vector("b_" + name, size)).named("pre_" + name);
    }

    @Override
    public Node linear(String name, int size, Node... operands) {
        check(operands.length > 0, "affine(\"" + name + "\") has no operands", "give it at least one");
        Optional<Node> sum = Optional.empty();
        for (Node operand : operands) {
            check(
                    !operand.label().isEmpty(),
                    "An operand of affine(\"" + name + "\") has no name: '" + operand + "'",
                    "name it with .named(\"…\"); its matrix is called after it");
            Matrix matrix = matrix("W_" + operand.label() + name, size, operand.size());
            Node product = Operations.matmul(matrix, operand);
            sum = Optional.of(sum.map(s -> s.plus(product)).orElse(product));
        }
        return sum.orElseThrow();
    }

    @Override
    public void initialize(Matrix matrix, Initializer initializer) {
        initialize(matrix.parameter().name(), initializer);
    }

    @Override
    public void initialize(Node vector, Initializer initializer) {
        check(
                vector.operation() == Operation.PARAMETER,
                "initialize of '" + vector + "', which is not a parameter",
                "give it what vector(...) returned");
        initialize(vector.detail(Parameter.class).name(), initializer);
    }

    @Override
    public void initialize(String name, Initializer initializer) {
        Declared declared = parameters.get(name);
        if (declared == null) {
            throw new CellDefinitionException(ErrorMessage.of("initialize of an unknown parameter '" + name + "'")
                    .fact("where", path)
                    .choices(name, parameters.keySet())
                    .toString());
        }
        Parameter parameter = declared.parameter().withInitializer(initializer);
        parameters.put(name, new Declared(parameter, declared.roleGiven(), true));
    }

    @Override
    public void initialState(String name, InitialState value) {
        declaredState(name);
        initial.put(name, value);
    }

    @Override
    public void internal(String name) {
        declaredState(name);
        internal.add(name);
    }

    @Override
    public Node dropout(Node value, double rate, boolean perSequence) {
        check(rate >= 0 && rate < 1, "A dropout rate of " + rate + " for '" + value + "'", "rates are in [0, 1)");
        check(
                value.axis().isEmpty(),
                "Dropout of '" + value + "', a value at every position of a memory",
                "drop the sequence before it becomes a memory, such as with a dropout layer at the end of the encoder; or"
                        + " drop what the positions are put together to: segmentSum(...)");
        if (rate == 0) return value;
        DropoutMask mask = new DropoutMask(rate, perSequence, masks++);
        return value.times(Node.of(Operation.DROPOUT_MASK, List.of(), value.size(), mask, ""));
    }

    private Node declaredState(String name) {
        Node state = previous.get(name);
        if (state == null) {
            throw problem(
                    "The state '" + name + "' is not declared",
                    "declare it with previous(\"" + name + "\", size) first");
        }
        return state;
    }

    private void check(boolean condition, String problem, String fix) {
        if (!condition) throw problem(problem, fix);
    }

    private CellDefinitionException problem(String headline, String fix) {
        return new CellDefinitionException(ErrorMessage.of(headline)
                .fact("where", path.isEmpty() ? "the equations" : path)
                .fix(fix)
                .toString());
    }

    private String described(Cell cell) {
        String place = path.isEmpty() ? "the step" : path;
        return cell.getClass().isSynthetic()
                ? place
                : place + " (" + cell.getClass().getSimpleName() + ")";
    }

    // ---- the graph

    private StepGraph graph(Cell cell) {
        if (output.isEmpty()) {
            throw problem(described(cell) + " has no output", "call output(value) in step(...)");
        }
        for (String name : previous.keySet()) {
            check(
                    next.containsKey(name),
                    "The state '" + name + "' of " + described(cell) + " is declared by previous(\"" + name + "\", "
                            + declaredState(name).size() + ") but never set",
                    "call next(\"" + name + "\", value)");
        }
        checkOwnSources();
        Map<String, Parameter> resolved = resolvedParameters();
        Interner interner = new Interner(p -> full(p, resolved));
        List<StepGraph.State> states = new ArrayList<>();
        List<Parameter> all = new ArrayList<>(resolved.values());
        for (String name : previous.keySet()) {
            InitialState start = initial.getOrDefault(name, InitialState.zeros());
            Node before = interner.intern(declaredState(name));
            Optional<Parameter> learned = Optional.empty();
            if (start.kind() == InitialState.Kind.LEARNED) {
                learned = Optional.of(new Parameter(
                        qualified(name + "_0"),
                        before.size(),
                        1,
                        Parameter.Role.INITIAL_STATE,
                        Parameter.Structure.DENSE,
                        Initializer.constant(start.value())));
                all.add(learned.get());
            }
            states.add(new StepGraph.State(
                    name, before, dense(next(name), interner), start, learned, internal.contains(name)));
        }
        List<Node> uniqueInputs = new ArrayList<>();
        inputs.forEach(n -> uniqueInputs.add(interner.intern(n)));
        sides.values().forEach(n -> uniqueInputs.add(interner.intern(n)));
        seen.values().forEach(n -> uniqueInputs.add(interner.intern(n)));
        Node result = dense(output.orElseThrow(), interner);
        checkUnusedParameters(result, states, resolved);
        return new StepGraph(
                path,
                uniqueInputs,
                states,
                List.of(new StepGraph.Result(StepGraph.OUTPUT, result)),
                all,
                List.of(),
                interner.labels());
    }

    private void checkOwnSources() {
        Set<Object> own = new HashSet<>();
        inputs.forEach(n -> own.add(n.detail()));
        sides.values().forEach(n -> own.add(n.detail()));
        seen.values().forEach(n -> own.add(n.detail()));
        previous.values().forEach(n -> own.add(n.detail()));
        for (Node node : Graphs.inOrder(roots())) {
            check(
                    node.operation() != Operation.SOURCE || own.contains(node.detail()),
                    "The value '" + node + "' belongs to another step",
                    "use only what the step gives that is being written");
        }
    }

    private List<Node> roots() {
        List<Node> roots = new ArrayList<>(next.values());
        roots.add(output.orElseThrow());
        return roots;
    }

    /** Indices as the numbers that a state or an output has; no gradient reaches an index anyway. */
    private static Node dense(Node value, Interner interner) {
        Node known = interner.intern(value);
        return known.isOneHot() ? interner.intern(Operations.stopGradient(known)) : known;
    }

    private void checkUnusedParameters(Node result, List<StepGraph.State> states, Map<String, Parameter> resolved) {
        List<Node> roots = new ArrayList<>(List.of(result));
        states.forEach(s -> roots.add(s.next()));
        Set<String> used = new HashSet<>();
        for (Node node : Graphs.inOrder(roots)) {
            if (node.detail() instanceof Matrix matrix)
                used.add(matrix.parameter().name());
            if (node.detail() instanceof Parameter parameter) used.add(parameter.name());
        }
        for (Parameter parameter : resolved.values()) {
            check(
                    used.contains(parameter.name()),
                    "The parameter '" + parameter.name() + "' has no influence on the output",
                    "use it in an equation, or do not declare it");
        }
    }

    /** Roles and initial values where the author left them open. */
    private Map<String, Parameter> resolvedParameters() {
        Set<String> recurrent = recurrentMatrices();
        Map<String, Parameter> resolved = new LinkedHashMap<>();
        parameters.forEach((name, declared) -> {
            Parameter parameter = declared.parameter();
            if (!declared.roleGiven() && recurrent.contains(name))
                parameter = parameter.withRole(Parameter.Role.RECURRENT);
            if (!declared.initializerGiven()) parameter = parameter.withInitializer(usual(parameter));
            resolved.put(name, parameter.withName(qualified(name)));
        });
        return resolved;
    }

    private Set<String> recurrentMatrices() {
        List<Node> nodes = Graphs.inOrder(roots());
        Set<Node> fromState = Graphs.dependents(nodes, TracedStep::isPrevious);
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (node.operation() == Operation.MATMUL && fromState.contains(node.operand(0))) {
                names.add(node.detail(Matrix.class).parameter().name());
            }
        }
        return names;
    }

    private static boolean isPrevious(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.PREVIOUS;
    }

    private static Initializer usual(Parameter parameter) {
        return switch (parameter.role()) {
            case INPUT, PROJECTION -> Initializer.glorotUniform();
            case RECURRENT -> Initializer.orthogonal();
            case GAIN -> Initializer.constant(1);
            case BIAS, PEEPHOLE, INITIAL_STATE -> Initializer.zeros();
        };
    }

    private Parameter full(Parameter declared, Map<String, Parameter> resolved) {
        if (declared.equals(below.get(declared.name()))) return declared;
        Parameter parameter = resolved.get(declared.name());
        if (parameter == null) {
            throw problem(
                    "The parameter '" + declared.name() + "' belongs to another step",
                    "declare it with matrix(...) or vector(...) of the step that uses it");
        }
        return parameter;
    }

    private String qualified(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
