package org.rnn4j.core.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Names;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.api.expr.Source;
import org.rnn4j.core.trace.SequenceGraph.PoolKind;
import org.rnn4j.core.trace.SequenceGraph.Value;

/** Listens to {@link Layer#apply} and makes a {@link SequenceGraph} of what it hears. */
public final class FlowTracer implements Flow {
    private final Recording recording;
    private final String path;
    private final Set<String> names;
    private final Surroundings surroundings;

    /** What the flows of all layers write to. */
    private static final class Recording {
        final List<SequenceGraph.Stage> stages = new ArrayList<>();
        final Map<String, Value> sides = new LinkedHashMap<>();
        final Map<String, Value> sources = new LinkedHashMap<>();
        final Map<String, Parameter> parameters = new LinkedHashMap<>();
        int values;

        Value value(int size, String time, boolean oneHot, boolean reversed) {
            return new Value(values++, size, time, oneHot, reversed);
        }

        Value vector(int size) {
            return value(size, SequenceGraph.NO_TIME, false, false);
        }
    }

    private FlowTracer(Recording recording, String path, Set<String> names, Surroundings surroundings) {
        this.recording = recording;
        this.path = path;
        this.names = names;
        this.surroundings = surroundings;
    }

    /** What those said who use the layers of a flow; {@code count} counts the scans with states that began so. */
    private record Surroundings(
            Optional<InitialStates> starts, int[] count, List<Consumer<Scan>> listeners, Map<String, Value> memories) {
        static final Surroundings NONE = new Surroundings(Optional.empty(), new int[1], List.of(), Map.of());
    }

    @Override
    public Flow withMemory(String name, Sequence memory) {
        Value value = withTime(memory, "withMemory");
        if (value.isOneHot()) throw problem("Indices cannot be a memory", "put an embedding before it");
        Map<String, Value> all = new LinkedHashMap<>(surroundings.memories());
        all.put(Names.checked(name, "memory"), aligned(value, false));
        Surroundings inner =
                new Surroundings(surroundings.starts(), surroundings.count(), surroundings.listeners(), all);
        return new FlowTracer(recording, path, names, inner);
    }

    @Override
    public Flow withInitialStates(InitialStates states) {
        Surroundings inner =
                new Surroundings(Optional.of(states), new int[1], surroundings.listeners(), surroundings.memories());
        return new FlowTracer(recording, path, names, inner);
    }

    @Override
    public Flow withListener(Consumer<Scan> listener) {
        List<Consumer<Scan>> all = new ArrayList<>(surroundings.listeners());
        all.add(listener);
        Surroundings inner = new Surroundings(
                surroundings.starts(), surroundings.count(), List.copyOf(all), surroundings.memories());
        return new FlowTracer(recording, path, names, inner);
    }

    /**
     * Traces a network.
     *
     * @param layers applied one after the other, by name
     * @param inputSize elements a step, or size of the vocabulary
     * @param oneHot true if the input is indices into a vocabulary
     */
    public static SequenceGraph trace(Map<String, Layer> layers, int inputSize, boolean oneHot) {
        return trace(layers, new SourceInput(inputSize, oneHot, true), Map.of());
    }

    /**
     * What a network reads.
     *
     * @param size elements a step, or size of the vocabulary
     * @param oneHot true for indices into a vocabulary
     * @param hasTime true for sequences, false for one vector or index an example
     */
    public record SourceInput(int size, boolean oneHot, boolean hasTime) {}

    /**
     * Traces a network that reads several things.
     *
     * @param layers applied one after the other, by name
     * @param given the input, which has time
     * @param sources what it reads besides, by name
     */
    public static SequenceGraph trace(Map<String, Layer> layers, SourceInput given, Map<String, SourceInput> sources) {
        Recording recording = new Recording();
        Value input = recording.value(given.size(), SequenceGraph.TIME, given.oneHot(), false);
        sources.forEach((name, source) -> {
            String time = source.hasTime() ? name : SequenceGraph.NO_TIME;
            recording.sources.put(name, recording.value(source.size(), time, source.oneHot(), false));
        });
        FlowTracer flow = new FlowTracer(recording, "", new HashSet<>(), Surroundings.NONE);
        Value x = input;
        for (Map.Entry<String, Layer> layer : layers.entrySet()) {
            x = flow.owned(flow.layer(layer.getKey(), layer.getValue(), x));
        }
        if (x.hasTime() && !x.followsInput()) {
            throw flow.problem(
                    "The network's output " + x + " is not of the lengths of its input",
                    "pool it, or end with a layer that runs along the input");
        }
        return ReversalFolding.fold(new SequenceGraph(input, recording.sides, recording.sources, recording.stages, x));
    }

    @Override
    public Scan scan(String name, Cell cell, Map<String, Sequence> initialStates, List<Sequence> inputs) {
        return trace(cell, child(name), initialStates, inputs);
    }

    @Override
    public Sequence map(Cell equations, List<Sequence> inputs) {
        Scan scan = trace(equations, path, Map.of(), inputs);
        if (!scan.states().isEmpty()) {
            throw problem("A map has no states, but its equations declare " + scan.states(), "use scan(...)");
        }
        return scan.output();
    }

    private Scan trace(Cell cell, String cellPath, Map<String, Sequence> initialStates, List<Sequence> given) {
        if (given.isEmpty()) throw problem("A scan or map without inputs", "give it at least one sequence");
        Optional<Value> first =
                given.stream().map(this::owned).filter(Value::hasTime).findFirst();
        String time = first.map(Value::time).orElse(SequenceGraph.NO_TIME);
        boolean reversed = first.filter(Value::reversed).isPresent();
        List<Value> inputs = new ArrayList<>();
        for (Sequence each : given) {
            Value value = owned(each);
            if (value.hasTime() && !value.time().equals(time)) {
                throw problem(
                        "Sequences of different lengths side by side: " + first.orElseThrow() + " and " + value,
                        "pool one of them: a vector can go with any sequence");
            }
            inputs.add(
                    first.isPresent() && !value.hasTime() ? repeated(value, time, reversed) : aligned(value, reversed));
        }
        StepGraph traced = TracedStep.trace(
                cell,
                cellPath,
                inputs.stream()
                        .map(v -> new TracedStep.Input(v.size(), v.isOneHot()))
                        .toList(),
                new TracedStep.Surroundings(surroundings.memories(), recording.parameters));
        for (Parameter parameter : traced.parameters()) {
            if (recording.parameters.putIfAbsent(parameter.name(), parameter) != null) {
                throw problem(
                        "The parameter '" + parameter.name() + "' is declared twice",
                        "maps of one layer share its names: give each parameter one of its own");
            }
        }
        MemoryHoisting hoisting = MemoryHoisting.of(traced, surroundings.memories(), this::hoisted);
        StepGraph graph = hoisting.graph();
        for (Node input : graph.inputs()) {
            Source source = input.detail(Source.class);
            if (source.kind() == Source.Kind.MEMORY) {
                if (first.isEmpty()) {
                    throw problem("The memory '" + source.name() + "' where there is no time", "map a sequence");
                }
                inputs.add(hoisting.memory(input));
            }
            if (source.kind() != Source.Kind.SIDE) continue;
            if (first.isEmpty()) {
                throw problem("The side input '" + source.name() + "' where there is no time", "map a sequence");
            }
            if (!first.get().followsInput()) {
                throw problem(
                        "The side input '" + source.name() + "' along " + first.get() + ", which is of other lengths",
                        "side inputs go with sequences of the lengths of the network's input");
            }
            inputs.add(side(source.name(), input.size(), reversed));
        }
        if (!graph.states().isEmpty() && first.isEmpty()) {
            throw problem("A cell cannot run along a vector without time", "repeat the vector first");
        }
        Map<String, Value> starts = new LinkedHashMap<>();
        initialStates.forEach((state, value) -> starts.put(state, initialState(graph, state, owned(value))));
        surroundings.starts().filter(s -> !graph.states().isEmpty()).ifPresent(s -> start(s, graph, starts));
        Map<String, Value> ends = new LinkedHashMap<>();
        for (StepGraph.State state : graph.states()) {
            if (!state.hasPositions()) ends.put(state.name(), recording.vector(state.size()));
        }
        Node result = graph.result(StepGraph.OUTPUT);
        Value output = recording.value(result.size(), time, false, reversed);
        SequenceGraph.Scan stage = new SequenceGraph.Scan(graph, inputs, starts, false, output, ends);
        recording.stages.add(stage);
        Traced made = new Traced(stage);
        if (stage.isRecurrent()) surroundings.listeners().forEach(l -> l.accept(made));
        return made;
    }

    /** What follows from a memory alone, computed for the whole memory before the cell runs. */
    private Value hoisted(StepGraph graph, List<Value> memories) {
        Value output = recording.value(
                graph.result(StepGraph.OUTPUT).size(), memories.get(0).time(), false, false);
        recording.stages.add(new SequenceGraph.Scan(graph, memories, Map.of(), false, output, Map.of()));
        return output;
    }

    private void start(InitialStates given, StepGraph graph, Map<String, Value> starts) {
        int number = surroundings.count()[0]++;
        for (StepGraph.State state : graph.states()) {
            if (starts.containsKey(state.name()) || state.internal() || state.hasPositions()) continue;
            given.of(number, state.name(), state.size())
                    .ifPresent(v -> starts.put(state.name(), initialState(graph, state.name(), owned(v))));
        }
    }

    /** The same steps, marked as being in the wanted order: takes a reversal that no folding removes. */
    private Value aligned(Value value, boolean reversed) {
        if (!value.hasTime() || value.reversed() == reversed) return value;
        Value straight = value.reversed() ? owned(reverse(value)) : value;
        Value turned = recording.value(value.size(), value.time(), value.isOneHot(), false);
        recording.stages.add(new SequenceGraph.Reverse(straight, turned));
        return reversed ? owned(reverse(turned)) : turned;
    }

    private record Traced(SequenceGraph.Scan stage) implements Scan {
        @Override
        public Sequence output() {
            return stage.output();
        }

        @Override
        public Sequence finalState(String name) {
            Value value = stage.finalStates().get(name);
            if (value != null) return value;
            throw new CellDefinitionException(ErrorMessage.of(
                            "No state '" + name + "' in " + stage.graph().name())
                    .choices(name, states())
                    .toString());
        }

        @Override
        public List<String> states() {
            return List.copyOf(stage.finalStates().keySet());
        }
    }

    private Value initialState(StepGraph graph, String name, Value value) {
        StepGraph.State state = graph.statesByName().get(name);
        if (state == null) {
            throw new CellDefinitionException(ErrorMessage.of("No state '" + name + "' in " + graph.name())
                    .choices(name, graph.statesByName().keySet())
                    .toString());
        }
        if (state.hasPositions()) {
            throw problem(
                    "The state '" + name + "' of " + graph.name() + " has a value at every position of a memory",
                    "let it begin as its cell says");
        }
        if (value.hasTime() || value.size() != state.size()) {
            throw new ShapeException(
                    ErrorMessage.of("The initial state '" + name + "' of " + graph.name() + " does not fit")
                            .fact("given", value)
                            .fact("needed", "[B, " + state.size() + "]")
                            .toString());
        }
        return value;
    }

    private Value side(String name, int size, boolean reversed) {
        Value side =
                recording.sides.computeIfAbsent(name, n -> recording.value(size, SequenceGraph.TIME, false, false));
        if (side.size() != size) {
            throw new ShapeException(ErrorMessage.of("The side input '" + name + "' has two sizes")
                    .fact("first", side.size())
                    .fact("then", size + " in " + path)
                    .toString());
        }
        return reversed ? owned(reverse(side)) : side;
    }

    @Override
    public Sequence reverse(Sequence x) {
        Value value = withTime(x, "reverse");
        Value output = recording.value(value.size(), value.time(), value.isOneHot(), !value.reversed());
        recording.stages.add(new SequenceGraph.Reverse(value, output));
        return output;
    }

    @Override
    public Sequence last(Sequence x) {
        return pool(PoolKind.LAST, x);
    }

    @Override
    public Sequence mean(Sequence x) {
        return pool(PoolKind.MEAN, x);
    }

    @Override
    public Sequence maximum(Sequence x) {
        return pool(PoolKind.MAXIMUM, x);
    }

    private Sequence pool(PoolKind kind, Sequence x) {
        Value value = withTime(x, kind.name().toLowerCase(java.util.Locale.ROOT));
        if (value.isOneHot()) throw problem("Indices cannot be pooled", "put an embedding before it");
        Value output = recording.vector(value.size());
        recording.stages.add(new SequenceGraph.Pool(kind, value, output));
        return output;
    }

    @Override
    public Sequence source(String name) {
        Value source = recording.sources.get(name);
        if (source != null) return source;
        throw new CellDefinitionException(ErrorMessage.of("The network has no source '" + name + "'")
                .fact("where", path.isEmpty() ? "the network" : path)
                .choices(name, recording.sources.keySet())
                .fix("declare it where the network is built: oneHotSource, vectorSource, oneHotSeed or vectorSeed")
                .toString());
    }

    @Override
    public Sequence repeat(Sequence vector, Sequence like) {
        Value value = owned(vector);
        if (value.hasTime()) throw problem("Only a vector can be repeated, not " + value, "pool it first");
        Value steps = withTime(like, "repeat");
        return repeated(value, steps.time(), steps.reversed());
    }

    private Value repeated(Value vector, String time, boolean reversed) {
        if (vector.isOneHot()) throw problem("Indices cannot be repeated", "put an embedding before it");
        Value output = recording.value(vector.size(), time, false, reversed);
        recording.stages.add(new SequenceGraph.Repeat(vector, output));
        return output;
    }

    @Override
    public Sequence layer(String name, Layer layer, Sequence x) {
        return owned(layer.apply(new FlowTracer(recording, child(name), new HashSet<>(), surroundings), owned(x)));
    }

    private String child(String name) {
        if (!names.add(name)) {
            throw problem("The name '" + name + "' is used twice", "give each cell and layer a name of its own");
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private Value withTime(Sequence x, String word) {
        Value value = owned(x);
        if (!value.hasTime())
            throw problem(word + " needs a sequence, not the vector " + value, "remove it, or repeat first");
        return value;
    }

    private Value owned(Sequence x) {
        if (x instanceof Value value) return value;
        throw problem("A sequence that this flow did not make", "use the words of Flow");
    }

    private CellDefinitionException problem(String headline, String fix) {
        return new CellDefinitionException(ErrorMessage.of(headline)
                .fact("where", path.isEmpty() ? "the network" : path)
                .fix(fix)
                .toString());
    }
}
