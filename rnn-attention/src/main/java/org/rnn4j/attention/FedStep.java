package org.rnn4j.attention;

import static org.rnn4j.api.expr.Operations.concat;

import java.util.Optional;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/** The step that a wrapped cell sees: its first input is joined with what is fed, and its output is kept. */
final class FedStep implements Step {
    private final Step step;
    private final Optional<Node> fed;
    private Optional<Node> output = Optional.empty();

    FedStep(Step step, Optional<Node> fed) {
        this.step = step;
        this.fed = fed;
    }

    /** What the cell gave. */
    Node given() {
        return output.orElseThrow(() -> new CellDefinitionException(ErrorMessage.of("The wrapped cell has no output")
                .fix("call output(value) in step(...)")
                .toString()));
    }

    @Override
    public Node input(int index) {
        Node x = step.input(index);
        return index == 0 ? fed.map(f -> concat(x, f).named("x")).orElse(x) : x;
    }

    @Override
    public void output(Node value) {
        if (output.isPresent()) {
            throw new CellDefinitionException(
                    ErrorMessage.of("The output is set twice; the second time to '" + value + "'")
                            .fix("set it once")
                            .toString());
        }
        output = Optional.of(value);
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
    public Node previous(String name, int size) {
        return step.previous(name, size);
    }

    @Override
    public Node previous(String name, int size, Node like) {
        return step.previous(name, size, like);
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
    public void internal(String name) {
        step.internal(name);
    }

    @Override
    public Matrix matrix(String name, int rows, int columns) {
        return step.matrix(name, rows, columns);
    }

    @Override
    public Matrix matrix(String name, Parameter.Role role, int rows, int columns) {
        return step.matrix(name, role, rows, columns);
    }

    @Override
    public Matrix shared(String fullName) {
        return step.shared(fullName);
    }

    @Override
    public Node vector(String name, Parameter.Role role, int size) {
        return step.vector(name, role, size);
    }

    @Override
    public Node affine(String name, int size, Node... operands) {
        return step.affine(name, size, operands);
    }

    @Override
    public Node linear(String name, int size, Node... operands) {
        return step.linear(name, size, operands);
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
    public Node dropout(Node value, double rate, boolean perSequence) {
        return step.dropout(value, rate, perSequence);
    }
}
