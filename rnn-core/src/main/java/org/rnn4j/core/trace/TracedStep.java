package org.rnn4j.core.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Operations;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Listens to one call of {@link Cell#step} and makes a {@link StepGraph} of what it hears (see {@link HeardStep}).
 *
 * <p>Lives for one trace, on the thread that traces.
 */
public final class TracedStep implements Step {
    private final DefinitionProblems problems;
    private final StepSources sources;
    private final DeclaredStates states;
    private final DeclaredParameters parameters;
    private Optional<Node> output = Optional.empty();
    private int masks;

    /**
     * What is around a step in its network.
     *
     * @param memories sequences that can be seen as a whole, by name
     * @param below the parameters of the layers below, by full name, which it may share
     */
    record Surroundings(Map<String, Value> memories, Map<String, Parameter> below) {
        static final Surroundings NONE = new Surroundings(Map.of(), Map.of());
    }

    private TracedStep(String path, List<Input> inputs, Surroundings surroundings) {
        problems = new DefinitionProblems(path);
        sources = new StepSources(problems, inputs, surroundings.memories());
        states = new DeclaredStates(problems, sources);
        parameters = new DeclaredParameters(problems, surroundings.below());
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
        TracedStep step = new TracedStep(path, inputs, surroundings);
        String described = step.problems.described(cell);
        try {
            cell.step(step);
        } catch (ShapeException e) {
            throw new CellDefinitionException("In " + described + ": " + e.getMessage(), e);
        } finally {
            step.parameters.close();
        }
        return new HeardStep(step.problems, step.sources, step.states, step.parameters, step.output).graph(described);
    }

    /** Size of an input, and whether it is one-hot. */
    public record Input(int size, boolean oneHot) {}

    @Override
    public Node input(int index) {
        return sources.input(index);
    }

    @Override
    public int inputs() {
        return sources.inputs();
    }

    @Override
    public Node side(String name, int size) {
        return sources.side(name, size);
    }

    @Override
    public Node memory(String name) {
        return sources.memory(name);
    }

    @Override
    public Node previous(String name, int size) {
        return states.declare(name, size);
    }

    @Override
    public Node previous(String name, int size, Node like) {
        return states.declare(name, size, like);
    }

    @Override
    public void next(String name, Node value) {
        states.set(name, value);
    }

    @Override
    public Node next(String name) {
        return states.next(name);
    }

    @Override
    public void initialState(String name, InitialState value) {
        states.start(name, value);
    }

    @Override
    public void internal(String name) {
        states.internal(name);
    }

    @Override
    public void output(Node value) {
        problems.check(output.isEmpty(), "The output is set twice; the second time to '" + value + "'", "set it once");
        problems.check(
                value.axis().isEmpty(),
                "The output is '" + value + "', a value at every position of a memory",
                "put the positions together: segmentSum(...)");
        output = Optional.of(value);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return new Matrix(parameters.declare(name, rows, columns), false);
    }

    @Override
    public Matrix matrix(String name, Parameter.Role role, int rows, int columns) {
        return new Matrix(parameters.declare(name, rows, columns, role), false);
    }

    @Override
    public Matrix shared(String fullName) {
        return new Matrix(parameters.shared(fullName), false);
    }

    @Override
    public Node vector(String name, Parameter.Role role, int size) {
        return Node.of(Operation.PARAMETER, List.of(), size, parameters.declare(name, size, 1, role), name);
    }

    @Override
    public Node affine(String name, int size, Node... operands) {
        return linear(name, size, operands).plus(vector("b_" + name, size)).named("pre_" + name);
    }

    @Override
    public Node linear(String name, int size, Node... operands) {
        problems.check(operands.length > 0, "affine(\"" + name + "\") has no operands", "give it at least one");
        Optional<Node> sum = Optional.empty();
        for (Node operand : operands) {
            problems.check(
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
        problems.check(
                vector.operation() == Operation.PARAMETER,
                "initialize of '" + vector + "', which is not a parameter",
                "give it what vector(...) returned");
        initialize(vector.detail(Parameter.class).name(), initializer);
    }

    @Override
    public void initialize(String name, Initializer initializer) {
        parameters.initialize(name, initializer);
    }

    @Override
    public Node dropout(Node value, double rate, boolean perSequence) {
        problems.check(
                rate >= 0 && rate < 1, "A dropout rate of " + rate + " for '" + value + "'", "rates are in [0, 1)");
        problems.check(
                value.axis().isEmpty(),
                "Dropout of '" + value + "', a value at every position of a memory",
                "drop the sequence before it becomes a memory, such as with a dropout layer at the end of the encoder; or"
                        + " drop what the positions are put together to: segmentSum(...)");
        if (rate == 0) return value;
        DropoutMask mask = new DropoutMask(rate, perSequence, masks++);
        return value.times(Node.of(Operation.DROPOUT_MASK, List.of(), value.size(), mask, ""));
    }
}
