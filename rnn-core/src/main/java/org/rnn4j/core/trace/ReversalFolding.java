package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.core.trace.SequenceGraph.Pool;
import org.rnn4j.core.trace.SequenceGraph.PoolKind;
import org.rnn4j.core.trace.SequenceGraph.Repeat;
import org.rnn4j.core.trace.SequenceGraph.Reverse;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * Turns a scan of reversed sequences into a scan that runs backward, so that no sequence is copied.
 *
 * <p>Every value is replaced by one in the order of the network's input; reversals vanish, and what is left of one, a pool
 * of the last step, takes the first step instead.
 */
final class ReversalFolding {
    /** For a value in opposite order, the same value in the order of the input. */
    private final Map<Value, Value> straight = new HashMap<>();

    private final List<Stage> stages = new ArrayList<>();

    private ReversalFolding() {}

    static SequenceGraph fold(SequenceGraph graph) {
        ReversalFolding folding = new ReversalFolding();
        graph.stages().forEach(folding::add);
        Value output = folding.straight(graph.output());
        if (graph.output().reversed()) {
            Value turned = new Value(unusedId(graph), output.size(), output.time(), output.isOneHot(), true);
            folding.stages.add(new Reverse(output, turned));
            output = turned;
        }
        return withoutUnused(new SequenceGraph(graph.input(), graph.sides(), graph.sources(), folding.stages, output));
    }

    private static int unusedId(SequenceGraph graph) {
        return 1
                + graph.stages().stream()
                        .flatMap(stage -> stage.makes().stream())
                        .mapToInt(Value::id)
                        .max()
                        .orElse(graph.input().id());
    }

    private void add(Stage stage) {
        if (stage instanceof Reverse reverse
                && reverse.input().reversed() == reverse.output().reversed()) {
            stages.add(new Reverse(straight(reverse.input()), straight(reverse.output())));
        } else if (stage instanceof Reverse reverse) {
            straight.put(reverse.output(), straight(reverse.input()));
        } else if (stage instanceof Scan scan) {
            List<Value> inputs = scan.inputs().stream().map(this::straight).toList();
            Map<String, Value> starts = new LinkedHashMap<>();
            scan.initialStates().forEach((name, value) -> starts.put(name, straight(value)));
            boolean backward = scan.output().reversed() && scan.isRecurrent();
            stages.add(new Scan(scan.graph(), inputs, starts, backward, straight(scan.output()), scan.finalStates()));
        } else if (stage instanceof Pool pool) {
            boolean last = pool.kind() == PoolKind.LAST && pool.input().reversed();
            stages.add(new Pool(last ? PoolKind.FIRST : pool.kind(), straight(pool.input()), pool.output()));
        } else if (stage instanceof Repeat repeat) {
            stages.add(new Repeat(straight(repeat.input()), straight(repeat.output())));
        }
    }

    private Value straight(Value value) {
        if (!value.reversed()) return straight.getOrDefault(value, value);
        return straight.computeIfAbsent(value, v -> new Value(v.id(), v.size(), v.time(), v.isOneHot(), false));
    }

    private static SequenceGraph withoutUnused(SequenceGraph graph) {
        Set<Value> needed = new HashSet<>(Set.of(graph.output()));
        List<Stage> kept = new ArrayList<>();
        for (int k = graph.stages().size() - 1; k >= 0; k--) {
            Stage stage = graph.stages().get(k);
            if (stage.makes().stream().noneMatch(needed::contains)) continue;
            needed.addAll(stage.reads());
            kept.add(0, stage);
        }
        return new SequenceGraph(graph.input(), graph.sides(), graph.sources(), kept, graph.output());
    }
}
