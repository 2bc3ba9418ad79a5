package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Operation;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** The memories that a scan's cell looks at: their rows, one example after the other, in the order of the scan's examples. */
final class MemoryRun {
    private final NetworkRun network;
    private final Scan scan;
    private final List<Integer> inputs = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private Map<String, Positions> positions = Map.of();

    MemoryRun(NetworkRun network, Scan scan) {
        this.network = network;
        this.scan = scan;
        for (int k = 0; k < scan.inputs().size(); k++) {
            if (!isMemory(scan.graph().inputs().get(k))) continue;
            inputs.add(k);
            views.add(new View(scan.inputs().get(k).size()));
        }
    }

    private static boolean isMemory(Node node) {
        return node.operation() == Operation.SOURCE && node.detail(Source.class).kind() == Source.Kind.MEMORY;
    }

    /** True if the cell looks at a memory. */
    boolean isUsed() {
        return !inputs.isEmpty();
    }

    /** True if the input of a number is a memory. */
    boolean isMemory(int input) {
        return inputs.contains(input);
    }

    /** Places the rows for the examples of a layout, and says where the positions stand, by axis. */
    Map<String, Positions> place(RowLayout layout, Arena arena) {
        if (inputs.isEmpty()) return Map.of();
        positions = new LinkedHashMap<>();
        for (int m = 0; m < views.size(); m++) {
            Value value = scan.inputs().get(inputs.get(m));
            Positions own = positions.computeIfAbsent(
                    value.time(),
                    time -> Positions.of(layout, network.layout(value).lengths()));
            View view = views.get(m);
            view.positions = own;
            arena.place(view, Rows.STEP, PanelLayout.panels(view.size), own.rows());
        }
        return positions;
    }

    /** Where the positions stand, by axis. */
    Map<String, Positions> positions() {
        return positions;
    }

    /** The rows of a memory. */
    View view(int input) {
        return views.get(inputs.indexOf(input));
    }

    /** Copies the memories from where they stand as sequences. */
    void gather(RowLayout layout) {
        for (int m = 0; m < views.size(); m++) {
            Value value = scan.inputs().get(inputs.get(m));
            copy(network.view(value), network.layout(value), views.get(m), layout, true);
        }
    }

    /** Where the positions stand for a part of the steps of a layout, by axis. */
    Map<String, Positions> positions(RowLayout part) {
        Map<String, Positions> all = new LinkedHashMap<>();
        for (int input : inputs) {
            Value value = scan.inputs().get(input);
            all.computeIfAbsent(
                    value.time(),
                    time -> Positions.of(part, network.layout(value).lengths()));
        }
        return all;
    }

    /** Room for the sum of a gradient over the steps, zero at first. */
    View newSum(View gradient) {
        View sum = placed(gradient.size, gradient.positions.rows());
        sum.positions = gradient.positions;
        SequenceWork.fill(sum, gradient.positions.rows(), 0);
        return sum;
    }

    /** Adds a gradient at the steps of a layout. */
    static void addSteps(View gradient, View sum, RowLayout layout, Kernels kernels) {
        for (int t = 0; t < layout.steps(); t++) {
            int first = layout.row(t, 0);
            int from = gradient.positions.sequence(first);
            int rows = gradient.positions.sequence(first + layout.active(t)) - from;
            if (rows > 0) SequenceWork.add(gradient, from, sum, 0, rows, kernels);
        }
    }

    /** Hands a sum of gradients to the sequence that the memory is. */
    void passOn(int input, View sum, RowLayout layout) {
        Value value = scan.inputs().get(input);
        RowLayout time = network.layout(value);
        View sequence = placed(sum.size, time.rows());
        copy(sequence, time, sum, layout, false);
        network.valueGradients().add(value, sequence);
    }

    private static View placed(int size, int rows) {
        View view = new View(size);
        Arena arena = new Arena();
        arena.clear();
        arena.place(view, Rows.SEQUENCE, PanelLayout.panels(size), rows);
        arena.fill();
        return view;
    }

    /** Copies between a sequence and the rows of a memory, one way or the other. */
    private static void copy(View sequence, RowLayout time, View memory, RowLayout layout, boolean toMemory) {
        int[] place = new int[layout.examples()];
        for (int i = 0; i < place.length; i++) place[time.example(i)] = i;
        for (int i = 0; i < place.length; i++) {
            int own = place[layout.example(i)];
            for (int s = 0; s < memory.positions.length(i); s++) {
                int row = memory.positions.start(i) + s;
                int step = time.row(s, own);
                if (toMemory) PanelCopies.copyRows(sequence, step, memory, row, 1);
                else PanelCopies.copyRows(memory, row, sequence, step, 1);
            }
        }
    }

    /** A value at every position of every step as [T, B, S, size], zeros past the lengths. */
    Tensor tensor(View view, String axis, RowLayout layout) {
        Value value = inputs.stream()
                .map(k -> scan.inputs().get(k))
                .filter(v -> v.time().equals(axis))
                .findFirst()
                .orElseThrow();
        int positionsPerStep = network.layout(value).timeSteps();
        int steps = layout.timeSteps();
        int size = view.size;
        float[] all = new float[steps * layout.examples() * positionsPerStep * size];
        for (int row = 0; row < layout.rows(); row++) {
            int i = layout.sortedExample(row);
            int to = (layout.time(row) * layout.examples() + layout.example(i)) * positionsPerStep;
            for (int s = 0; s < view.positions.length(i); s++) {
                int from = view.positions.sequence(row) + s;
                for (int j = 0; j < size; j++) {
                    all[(to + s) * size + j] = view.panels.array[view.panels.index(from, j)];
                }
            }
        }
        return Tensor.of(all, steps, layout.examples(), positionsPerStep, size);
    }
}
