package org.rnn4j.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * All states of a network for some examples, in arrays that are written again at every step. Mutable; belongs to a session,
 * or to an execution while it works for some.
 */
final class StateRows {
    private record Entry(String name, int size, Tensor values) {}

    private final Network network;
    private final List<Entry> entries = new ArrayList<>();
    private final States view;

    /** States that are not set yet. */
    StateRows(Network network, int rows) {
        this.network = network;
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (Scan scan : network.graph().scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                String name = scan.graph().name() + "." + state.name();
                Tensor values = network.precision() == Precision.FLOAT64
                        ? Tensor.of(new double[rows * state.size()], rows, state.size())
                        : Tensor.of(new float[rows * state.size()], rows, state.size());
                entries.add(new Entry(name, state.size(), values));
                all.put(name, values);
            }
        }
        view = new States(all);
    }

    /** The states in these arrays, which change with every step. */
    States view() {
        return view;
    }

    /** Sets all states to what they are before the first step. */
    void reset() {
        int index = 0;
        for (Scan scan : network.graph().scans()) {
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
        for (Entry entry : entries) {
            Tensor given = states.values().get(entry.name());
            for (int k = 0; given != null && k < given.length(); k++) put(entry.values(), k, given.get(k));
        }
    }

    private static void put(Tensor values, int position, double number) {
        if (values.isFloat()) values.floats()[position] = (float) number;
        else values.doubles()[position] = number;
    }

    /** Copies rows of other states of the same network to these. */
    void copy(StateRows from, int fromRow, int row, int rows) {
        for (int k = 0; k < entries.size(); k++) {
            Entry entry = entries.get(k);
            Tensor source = from.entries.get(k).values();
            int size = entry.size();
            copy(source, fromRow * size, entry.values(), row * size, rows * size);
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
        return new States(copy);
    }

    /** The same numbers in an array of its own. */
    static Tensor copy(Tensor tensor) {
        if (tensor.isIds()) return Tensor.ofIds(tensor.ids().clone(), tensor.shape());
        return tensor.isFloat()
                ? Tensor.of(tensor.floats().clone(), tensor.shape())
                : Tensor.of(tensor.doubles().clone(), tensor.shape());
    }
}
