package org.rnn4j.core.engine.simd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.Preparation;
import org.rnn4j.core.trace.SequenceGraph;
import org.rnn4j.core.trace.SequenceGraph.Stage;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** What a network reads besides its input: its lengths, its numbers, and what earlier runs have made of it. */
final class SourceRun {
    private final SequenceGraph graph;
    private final Preparation preparation;

    SourceRun(SequenceGraph graph) {
        this.graph = graph;
        this.preparation = Preparation.of(graph);
    }

    /** True for a stage that follows from the sources alone: single steps begin after it. */
    boolean isPrepared(Stage stage) {
        return preparation.stages().contains(stage);
    }

    /** The stages to run: those that follow from the sources alone are left out if their results are given. */
    List<Stage> stages(States initial) {
        if (initial.prepared().isEmpty()) return graph.stages();
        return graph.stages().stream()
                .filter(s -> !preparation.stages().contains(s))
                .toList();
    }

    /** The lengths of a batch's sources, by source. */
    Map<String, Prepared.Lengths> lengths(Batch batch, States initial) {
        if (graph.sources().isEmpty()) return Map.of();
        Map<String, Prepared.Lengths> all = new LinkedHashMap<>();
        graph.sources().forEach((name, value) -> {
            if (!value.hasTime()) return;
            Batch.Source source = batch.sources().get(name);
            if (initial.prepared().isEmpty() && source != null) {
                all.put(name, new Prepared.Lengths(source.tensor().extent(0), source.lengths()));
            } else {
                // Nothing that is still to be read follows this source.
                all.put(name, new Prepared.Lengths(0, new int[batch.batchSize()]));
            }
        });
        all.putAll(initial.prepared().lengths());
        return all;
    }

    /** Reads the numbers of sources, or what has been made of them, to where they stand. */
    void read(Batch batch, States initial, NetworkRun run) {
        initial.prepared().values().forEach(run::read);
        if (!initial.prepared().isEmpty()) return;
        graph.sources().forEach((name, value) -> {
            Batch.Source source = batch.sources().get(name);
            if (source != null) run.read(value, source.tensor());
        });
    }

    /** What later runs need of the sources. */
    Prepared prepared(NetworkRun run) {
        Map<Value, Tensor> values = new LinkedHashMap<>();
        Map<String, Prepared.Lengths> lengths = new LinkedHashMap<>();
        for (Value value : preparation.values()) {
            values.put(value, run.tensor(value, run.view(value)));
            if (value.hasTime()) lengths.put(value.time(), run.layout(value).lengths());
        }
        return new Prepared(values, lengths);
    }
}
