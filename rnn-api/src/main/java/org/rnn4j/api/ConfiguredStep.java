package org.rnn4j.api;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;

/** A step that adds what {@link CellOptions} say; all else it hands on. */
final class ConfiguredStep implements Step {
    private final Step step;
    private final CellOptions options;

    ConfiguredStep(Step step, CellOptions options) {
        this.step = step;
        this.options = options;
    }

    @Override
    public Node previous(String name, int size) {
        return begun(name, step.previous(name, size));
    }

    @Override
    public Node previous(String name, int size, Node like) {
        return begun(name, step.previous(name, size, like));
    }

    private Node begun(String name, Node state) {
        if (options.initialState().kind() != InitialState.Kind.ZEROS) step.initialState(name, options.initialState());
        return state;
    }

    @Override
    public Node affine(String name, int size, Node... operands) {
        if (!options.bias()) return linear(name, size, operands);
        Node sum = step.affine(name, size, operands);
        initializeMatrices(name, operands);
        return sum;
    }

    @Override
    public Node linear(String name, int size, Node... operands) {
        Node sum = step.linear(name, size, operands);
        initializeMatrices(name, operands);
        return sum;
    }

    private void initializeMatrices(String name, Node... operands) {
        for (Node operand : operands) {
            initializer(dependsOnState(operand)).ifPresent(i -> step.initialize("W_" + operand.label() + name, i));
        }
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return step.matrix(name, rows, columns);
    }

    @Override
    public Matrix shared(String fullName) {
        return step.shared(fullName);
    }

    @Override
    public Matrix matrix(String name, Parameter.Role role, int rows, int columns) {
        Matrix matrix = step.matrix(name, role, rows, columns);
        if (role == Parameter.Role.INPUT || role == Parameter.Role.RECURRENT) {
            initializer(role == Parameter.Role.RECURRENT).ifPresent(i -> step.initialize(matrix, i));
        }
        return matrix;
    }

    private Optional<Initializer> initializer(boolean recurrent) {
        return recurrent ? options.recurrentInitializer() : options.inputInitializer();
    }

    private static boolean dependsOnState(Node node) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            Node each = open.pop();
            if (isState(each)) return true;
            if (seen.add(each)) open.addAll(each.operands());
        }
        return false;
    }

    private static boolean isState(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.PREVIOUS;
    }

    @Override
    public Node input(int index) {
        return step.input(index);
    }

    @Override
    public int inputs() {
        return step.inputs();
    }

    @Override
    public Node side(String name, int size) {
        return step.side(name, size);
    }

    @Override
    public Node memory(String name) {
        return step.memory(name);
    }

    @Override
    public void next(String name, Node value) {
        step.next(name, value);
    }

    @Override
    public Node next(String name) {
        return step.next(name);
    }

    @Override
    public void output(Node value) {
        step.output(value);
    }

    @Override
    public Node vector(String name, Parameter.Role role, int size) {
        return step.vector(name, role, size);
    }

    @Override
    public void initialize(Matrix parameter, Initializer initializer) {
        step.initialize(parameter, initializer);
    }

    @Override
    public void initialize(Node vector, Initializer initializer) {
        step.initialize(vector, initializer);
    }

    @Override
    public void initialize(String parameterName, Initializer initializer) {
        step.initialize(parameterName, initializer);
    }

    @Override
    public void initialState(String name, InitialState value) {
        step.initialState(name, value);
    }

    @Override
    public void internal(String name) {
        step.internal(name);
    }

    @Override
    public Node dropout(Node value, double rate, boolean perSequence) {
        return step.dropout(value, rate, perSequence);
    }
}
