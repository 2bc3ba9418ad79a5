package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.Parameter;

/**
 * How sequences flow through a network: stages in the order in which they run. Immutable.
 *
 * @param input what the network reads
 * @param sides extra per-step inputs by name
 * @param sources what it reads besides, by name: sequences of lengths of their own, or vectors
 * @param stages in order
 * @param output what the network gives
 */
public record SequenceGraph(
        Value input, Map<String, Value> sides, Map<String, Value> sources, List<Stage> stages, Value output) {
    /** The time that the network's input, its side inputs and its output follow. */
    public static final String TIME = "T";

    /** What a vector follows: no time. */
    public static final String NO_TIME = "";

    /**
     * A batch of sequences, or of vectors.
     *
     * @param id unique within the network
     * @param size elements a step
     * @param time what gives each example its length: {@link #TIME}, the name of a source, or {@link #NO_TIME}
     * @param isOneHot true for indices into a vocabulary
     * @param reversed true if the steps stand in the opposite order of the network's input
     */
    public record Value(int id, int size, String time, boolean isOneHot, boolean reversed) implements Sequence {
        @Override
        public boolean hasTime() {
            return !time.isEmpty();
        }

        /** True if it is of the lengths of the network's input. */
        public boolean followsInput() {
            return time.equals(TIME);
        }

        @Override
        public String toString() {
            return "s" + id + (hasTime() ? "[" + time + ", B, " : "[B, ") + size + "]";
        }
    }

    /** A piece of work on whole sequences. */
    public sealed interface Stage permits Scan, Reverse, Pool, Repeat {
        /** What it reads. */
        List<Value> reads();

        /** What it makes. */
        List<Value> makes();
    }

    /**
     * A cell run along time; without states, the same equations at every step.
     *
     * @param graph the equations; its inputs are {@code inputs} in order
     * @param initialStates given initial states, by state name
     * @param backward true to run from each example's last step to its first
     * @param finalStates states after the last step that was run, by state name
     */
    public record Scan(
            StepGraph graph,
            List<Value> inputs,
            Map<String, Value> initialStates,
            boolean backward,
            Value output,
            Map<String, Value> finalStates)
            implements Stage {
        /** Keeps the order of the maps. */
        public Scan {
            inputs = List.copyOf(inputs);
            initialStates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(initialStates));
            finalStates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(finalStates));
        }

        @Override
        public List<Value> reads() {
            List<Value> all = new ArrayList<>(inputs);
            all.addAll(initialStates.values());
            return all;
        }

        @Override
        public List<Value> makes() {
            List<Value> all = new ArrayList<>(List.of(output));
            all.addAll(finalStates.values());
            return all;
        }

        /** True if something is carried from step to step. */
        public boolean isRecurrent() {
            return !graph.states().isEmpty();
        }
    }

    /** Every example's steps in the opposite order. */
    public record Reverse(Value input, Value output) implements Stage {
        @Override
        public List<Value> reads() {
            return List.of(input);
        }

        @Override
        public List<Value> makes() {
            return List.of(output);
        }
    }

    /** What a pool keeps of an example's steps. */
    public enum PoolKind {
        /** The last step. */
        LAST,
        /** The first step. */
        FIRST,
        /** The mean of all steps. */
        MEAN,
        /** The element-wise maximum of all steps; the first one that reaches it gets the gradient. */
        MAXIMUM
    }

    /** One vector from every example's steps. */
    public record Pool(PoolKind kind, Value input, Value output) implements Stage {
        @Override
        public List<Value> reads() {
            return List.of(input);
        }

        @Override
        public List<Value> makes() {
            return List.of(output);
        }
    }

    /** A vector at every step. */
    public record Repeat(Value input, Value output) implements Stage {
        @Override
        public List<Value> reads() {
            return List.of(input);
        }

        @Override
        public List<Value> makes() {
            return List.of(output);
        }
    }

    /** Copies the lists. */
    public SequenceGraph {
        sides = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sides));
        sources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        stages = List.copyOf(stages);
    }

    /** All scans in order. */
    public List<Scan> scans() {
        return stages.stream().filter(s -> s instanceof Scan).map(s -> (Scan) s).toList();
    }

    /** All parameters in order of declaration; each once. */
    public List<Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (Scan scan : scans()) {
            scan.graph().parameters().forEach(p -> all.put(p.name(), p));
        }
        return List.copyOf(all.values());
    }

    /** The scan of a path such as {@code layers.0.cell}. */
    public Optional<Scan> scan(String path) {
        return scans().stream().filter(s -> s.graph().name().equals(path)).findFirst();
    }
}
