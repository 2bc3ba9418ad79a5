package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.StateShapes;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * All states of a network for some examples, in arrays that are written again at every step; of a network that answers sources
 * those of the cells that run after the sources have been read. Mutable; belongs to a session, or to an execution while it
 * works for some.
 */
final class StateRows {
    /** A state [B, size], or [S, B, size]; {@code steps} is S, or 1. */
    private record Entry(String name, int steps, int rows, int size, Tensor values) {}

    private final Network network;
    private final int rows;
    private final List<Entry> entries = new ArrayList<>();
    private final States view;

    /** States that are not set yet, of a network without sources. */
    StateRows(Network network, int rows) {
        this(network, rows, Prepared.NOTHING);
    }

    /** States that are not set yet, of examples whose sources have been read. */
    StateRows(Network network, int rows, Prepared prepared) {
        this.network = network;
        this.rows = rows;
        Map<String, Tensor> all = new LinkedHashMap<>();
        StateShapes.of(network.stepped(), rows, prepared).forEach((name, shape) -> {
            int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            Tensor values = network.precision() == Precision.FLOAT64
                    ? Tensor.of(new double[length], shape)
                    : Tensor.of(new float[length], shape);
            int steps = shape.length == 3 ? shape[0] : 1;
            entries.add(new Entry(name, steps, rows, shape[shape.length - 1], values));
            all.put(name, values);
        });
        view = new States(all, prepared);
    }

    /** The states in these arrays, which change with every step. */
    States view() {
        return view;
    }

    /** Sets all states to what they are before the first step. */
    void reset() {
        if (!view.prepared().isEmpty()) {
            fill(network.beginning(rows, view.prepared()));
            return;
        }
        int index = 0;
        for (Scan scan : network.stepped()) {
            for (StepGraph.State state : scan.graph().states()) {
                double[] first = new double[state.size()];
                Arrays.fill(first, state.initial().value());
                if (state.learned().isPresent()) {
                    first = network.weights().get(state.learned().get().name());
                }
                Tensor values = entries.get(index++).values();
                for (int k = 0; k < values.length(); k++) put(values, k, first[k % first.length]);
            }
        }
    }

    /** Sets the states that are given, of fitting names and shapes; the others as before the first step. */
    void set(States states) {
        reset();
        fill(states);
    }

    private void fill(States states) {
        for (Entry entry : entries) {
            Tensor given = states.values().get(entry.name());
            for (int k = 0; given != null && k < given.length(); k++) put(entry.values(), k, given.get(k));
        }
    }

    private static void put(Tensor values, int position, double number) {
        if (values.isFloat()) values.floats()[position] = (float) number;
        else values.doubles()[position] = number;
    }

    /** Copies rows of other states of the same network to these; of positions as many as both have. */
    void copy(StateRows from, int fromRow, int row, int count) {
        for (int k = 0; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            Entry source = from.entries.get(k);
            int size = entry.size();
            for (int s = 0; s < Math.min(entry.steps(), source.steps()); s++) {
                copy(
                        source.values(),
                        (s * source.rows() + fromRow) * size,
                        entry.values(),
                        (s * entry.rows() + row) * size,
                        count * size);
            }
        }
    }

    /** Copies elements from one tensor to another; without allocation if both are of one kind. */
    static void copy(Tensor from, int fromPosition, Tensor to, int position, int length) {
        if (from.isIds()) System.arraycopy(from.ids(), fromPosition, to.ids(), position, length);
        else if (to.isFloat()) System.arraycopy(from.floats(), fromPosition, to.floats(), position, length);
        else System.arraycopy(from.doubles(), fromPosition, to.doubles(), position, length);
    }

    /** A copy that stays as it is. */
    States snapshot() {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        for (Entry entry : entries) copy.put(entry.name(), copy(entry.values()));
        return new States(copy, view.prepared());
    }

    /** The same numbers in an array of its own. */
    static Tensor copy(Tensor tensor) {
        if (tensor.isIds()) return Tensor.ofIds(tensor.ids().clone(), tensor.shape());
        return tensor.isFloat()
                ? Tensor.of(tensor.floats().clone(), tensor.shape())
                : Tensor.of(tensor.doubles().clone(), tensor.shape());
    }
}
