package org.rnn4j.core.component.layer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.InitialState;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/** The step that a cell with {@link TemporalDropout} sees. */
final class DroppedStep implements Step {
    private static final String HIDDEN = "h";

    private final Step step;
    private final TemporalDropout dropout;
    private final Map<Integer, Node> inputs = new HashMap<>();
    private final Map<String, Node> previous = new HashMap<>();
    private final Map<String, Node> seen = new HashMap<>();
    private final Set<String> internal = new HashSet<>();

    DroppedStep(Step step, TemporalDropout dropout) {
        this.step = step;
        this.dropout = dropout;
    }

    /** True if the cell has a state that is dropped. */
    boolean hasHidden() {
        return previous.containsKey(HIDDEN);
    }

    @Override
    public Node input(int index) {
        // One mask, however often the cell asks.
        Node known = inputs.get(index);
        if (known != null) return known;
        Node x = step.input(index);
        if (dropout.input() > 0 && x.isOneHot()) {
            throw new CellDefinitionException(ErrorMessage.of("inputDropout for input that is indices")
                    .fix("put an embedding layer below, or leave inputDropout out")
                    .toString());
        }
        // Matrices are named after what they multiply.
        Node given =
                dropout.input() > 0 ? step.dropout(x, dropout.input(), true).named(x.label()) : x;
        inputs.put(index, given);
        return given;
    }

    @Override
    public Node previous(String name, int size) {
        Node state = step.previous(name, size);
        previous.put(name, state);
        if (!name.equals(HIDDEN) || dropout.state() == 0) return state;
        return seen.computeIfAbsent(
                name, n -> step.dropout(state, dropout.state(), true).named(name));
    }

    /** What is kept of a memory is left alone, as an LSTM's c is. */
    @Override
    public Node previous(String name, int size, Node like) {
        return step.previous(name, size, like);
    }

    @Override
    public void next(String name, Node value) {
        Node before = previous.get(name);
        if (before == null || dropout.zoneout() == 0 || internal.contains(name)) {
            step.next(name, value);
            return;
        }
        Node change = step.dropout(value.minus(before), dropout.zoneout(), false);
        step.next(name, before.plus(change.times(1 - dropout.zoneout())));
    }

    @Override
    public Node next(String name) {
        return step.next(name);
    }

    @Override
    public void internal(String name) {
        internal.add(name);
        step.internal(name);
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
    public void output(Node value) {
        step.output(value);
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
