package org.rnn4j.core.engine.simd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.plan.Slot.Rows;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Where the gradients of a network's values stand in a backward run, and which of them something has contributed to. */
final class NetworkGradients {
    private final NetworkRun network;
    private final SequenceGraph graph;
    private final Map<Value, View> onlyContributions = new HashMap<>();
    private final Map<Value, View> views = new HashMap<>();
    private final Set<Value> reached = new HashSet<>();

    NetworkGradients(NetworkRun network) {
        this.network = network;
        this.graph = network.compiled().graph();
    }

    /** Where one stage alone contributes to a gradient, it stands where that stage makes it. */
    void findOnlyContributions(List<ScanRun> scans, Optional<LossWork> loss) {
        Map<Value, Integer> readers = new HashMap<>();
        graph.stages().forEach(s -> s.reads().forEach(v -> readers.merge(v, 1, Integer::sum)));
        readers.merge(graph.output(), 1, Integer::sum);
        for (ScanRun run : scans) {
            List<Value> inputs = run.scan().inputs();
            for (int k = 0; k < inputs.size(); k++) {
                Value value = inputs.get(k);
                if (readers.getOrDefault(value, 0) > 1 || !network.compiled().isDifferentiated(value)) continue;
                run.keepGradient(k).ifPresent(view -> onlyContributions.put(value, view));
            }
        }
        if (readers.getOrDefault(graph.output(), 0) == 1) {
            loss.ifPresent(l -> onlyContributions.put(graph.output(), l.gradient()));
        }
    }

    /** Forgets all places. */
    void clear() {
        views.clear();
    }

    void place(Arena arena) {
        List<Value> all = new ArrayList<>(List.of(graph.input()));
        graph.stages().forEach(s -> all.addAll(s.makes()));
        all.add(graph.output());
        for (Value value : all) {
            if (value.isOneHot() || views.containsKey(value)) continue;
            if (!network.compiled().isDifferentiated(value) && !value.equals(graph.output())) continue;
            View only = onlyContributions.get(value);
            if (only == null) {
                only = new View(value.size());
                arena.place(
                        only,
                        Rows.SEQUENCE,
                        PanelLayout.panels(value.size()),
                        network.layout(value).room().rows());
            }
            views.put(value, only);
        }
    }

    /** Nothing has been contributed to any gradient. */
    void begin() {
        reached.clear();
    }

    /** True if something has been contributed. */
    boolean has(Value value) {
        return reached.contains(value);
    }

    Optional<View> find(Value value) {
        return Optional.ofNullable(views.get(value));
    }

    View view(Value value) {
        View view = views.get(value);
        if (view == null) throw new AssertionError("no gradient of " + value);
        return view;
    }

    /** Adds to the gradient of a value. */
    void add(Value value, View contribution) {
        View gradient = views.get(value);
        if (gradient == null) return;
        int rows = network.layout(value).rows();
        if (gradient == contribution) reached.add(value);
        else if (reached.add(value)) PanelCopies.copyRows(contribution, 0, gradient, 0, rows);
        else
            SequenceWork.add(
                    contribution, 0, gradient, 0, rows, network.compiled().kernels());
    }

    /** Sets some rows of the gradient of a value, or adds to them; {@link #reach} when it is done. */
    void addRows(Value value, View contribution, int row, int rows, boolean first) {
        View gradient = views.get(value);
        if (gradient == null) return;
        if (first) PanelCopies.copyRows(contribution, 0, gradient, row, rows);
        else
            SequenceWork.add(
                    contribution, 0, gradient, row, rows, network.compiled().kernels());
    }

    /** Says that the gradient of a value has been set at all rows. */
    void reach(Value value) {
        if (views.containsKey(value)) reached.add(value);
    }

    /** The gradient of a stage that is not a scan; through a view of its own if the input has one already. */
    void pullBack(Stage stage) {
        Value input = stage.reads().get(0);
        View out = view(stage.makes().get(0));
        View target = view(input);
        boolean first = !has(input);
        RowLayout rows = network.layout(input);
        if (!first) {
            target = new View(input.size());
            Arena extra = new Arena();
            extra.clear();
            extra.place(target, Rows.SEQUENCE, PanelLayout.panels(input.size()), rows.rows());
            extra.fill();
        }
        if (stage instanceof Pool pooled) {
            SequenceWork.poolGradient(
                    pooled.kind(), network.view(input), network.view(pooled.output()), out, target, rows);
        } else if (stage instanceof Repeat repeat) {
            SequenceWork.repeatGradient(
                    out,
                    target,
                    network.layout(repeat.output()),
                    network.compiled().kernels());
        } else if (stage instanceof Reverse) {
            SequenceWork.reverse(out, target, rows);
        }
        if (first) reached.add(input);
        else add(input, target);
    }
}
