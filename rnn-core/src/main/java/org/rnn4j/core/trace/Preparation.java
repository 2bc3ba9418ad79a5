package org.rnn4j.core.trace;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/**
 * What a network does before it looks at its input: the stages that follow from its sources alone, such as an encoder.
 *
 * <p>They run once, however often the network is then asked for a next step.
 *
 * @param stages in order
 * @param values what the other stages read of the sources and of what these stages make
 */
public record Preparation(List<Stage> stages, Set<Value> values) {
    /** Copies the collections. */
    public Preparation {
        stages = List.copyOf(stages);
        values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The preparation of a network; empty if it has no sources. */
    public static Preparation of(SequenceGraph graph) {
        Set<Value> early = new HashSet<>(graph.sources().values());
        List<Stage> stages = graph.stages().stream()
                .filter(stage -> early.containsAll(stage.reads())
                        && stage.makes().stream().noneMatch(Value::followsInput)
                        && early.addAll(stage.makes()))
                .toList();
        Set<Value> values = new LinkedHashSet<>();
        for (Stage stage : graph.stages()) {
            if (stages.contains(stage)) continue;
            stage.reads().stream().filter(early::contains).forEach(values::add);
        }
        if (early.contains(graph.output())) values.add(graph.output());
        return new Preparation(stages, values);
    }
}
