package org.rnn4j.core.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.trace.Preparation;
import org.rnn4j.core.trace.SequenceGraph;

/**
 * Layers put together, with their weights.
 *
 * <pre>
 * Network network = Network.builder()
 *     .vectorInput(3)
 *     .layer((flow, x) -> flow.scan(cell, x))
 *     .build();
 * Tensor y = network.predict(Batch.of(x));   // [T, B, 3] to [T, B, outputSize]
 * </pre>
 *
 * <p>The topology is immutable, and equations are traced once, when the network is built. Many threads may predict at the
 * same time, as long as nobody changes the weights.
 */
public final class Network {
    private final SequenceGraph graph;
    private final List<Parameter> lossParameters;
    private final Precision precision;
    private final Engine engine;
    private final Weights weights;
    private final Engine.Options inference;
    private final Map<Engine.Options, Engine.Compiled> compiled = new ConcurrentHashMap<>();
    private final Queue<Execution> idle = new ConcurrentLinkedQueue<>();
    private final List<SequenceGraph.Scan> stepped;
    private final StepPool singleSteps;
    private final StepPool jointSteps;
    private Optional<LookaheadRuns> lookaheads = Optional.empty();
    private volatile Known fingerprint = new Known(-1, "");

    /** The fingerprint of the weights at a time. */
    private record Known(int version, String fingerprint) {}

    /**
     * What a run gives.
     *
     * @param output [T, B, size], zeros past each length; or [B, size]
     * @param finalStates the states after each example's last step
     */
    public record Run(Tensor output, States finalStates) {}

    Network(SequenceGraph graph, List<Parameter> lossParameters, Precision precision, int threads) {
        this.graph = graph;
        this.lossParameters = List.copyOf(lossParameters);
        this.precision = precision;
        List<SequenceGraph.Stage> early = Preparation.of(graph).stages();
        this.stepped = graph.scans().stream().filter(s -> !early.contains(s)).toList();
        this.engine = Engines.of(precision);
        this.weights = engine.newWeights(graph, lossParameters);
        this.inference = new Engine.Options(Optional.empty(), false, threads);
        // One example gives threads nothing to share that is worth the waiting; sessions run on threads of their own.
        Engine.Options alone = new Engine.Options(Optional.empty(), false, 1);
        this.singleSteps = new StepPool(rows -> new StepBuffers(this, newExecution(alone), rows));
        this.jointSteps = new StepPool(rows -> new StepBuffers(this, newExecution(inference), rows));
    }

    /** Begins a network. */
    public static NetworkBuilder builder() {
        return new NetworkBuilder();
    }

    /** Computes the output: [T, B, size], zeros past each length; or [B, size]. */
    public Tensor predict(Batch batch) {
        return run(batch, States.initial()).output();
    }

    /** Computes the output and the final states, beginning with given states. */
    public Run run(Batch batch, States initial) {
        Execution execution = idle();
        execution.forward(batch, initial, Execution.Mode.INFERENCE);
        Run run = new Run(execution.output(), execution.finalStates());
        idle.add(execution);
        return run;
    }

    /**
     * Reads the sources: the states with which {@link #run} begins, step by step, and decoding.
     *
     * @param sources of each example, by name
     */
    public States read(Map<String, Batch.Source> sources) {
        if (sources.isEmpty()) return States.initial();
        Batch batch = nothing(sources.values().iterator().next().examples());
        for (Map.Entry<String, Batch.Source> each : sources.entrySet()) {
            Batch.Source source = each.getValue();
            batch = source.hasTime()
                    ? batch.withSource(each.getKey(), source.tensor(), source.lengths())
                    : batch.withSource(each.getKey(), source.tensor());
        }
        Execution execution = idle();
        execution.forward(batch, States.initial(), Execution.Mode.INFERENCE);
        States states = new States(Map.of(), execution.prepared());
        idle.add(execution);
        return states;
    }

    /** Examples without steps. */
    private Batch nothing(int examples) {
        Tensor input = isOneHotInput()
                ? Tensor.ofIds(new int[examples], 1, examples)
                : Tensor.of(new float[examples * inputSize()], 1, examples, inputSize());
        Batch batch = Batch.of(input, new int[examples]);
        for (Map.Entry<String, SequenceGraph.Value> side : graph.sides().entrySet()) {
            int size = side.getValue().size();
            batch = batch.withSide(side.getKey(), Tensor.of(new float[examples * size], 1, examples, size));
        }
        return batch;
    }

    /** The states before the first step of cells that run after the sources have been read: where a run without steps ends. */
    States beginning(int examples, Prepared prepared) {
        return run(nothing(examples), new States(Map.of(), prepared)).finalStates();
    }

    /** The cells that run at every step, once the sources have been read. */
    List<SequenceGraph.Scan> stepped() {
        return stepped;
    }

    /** Computes a value that is named in the equations of a cell, such as {@code decoder.0.cell.alpha}; see {@link Execution#value}. */
    public Tensor value(Batch batch, String name) {
        Execution execution = idle();
        execution.forward(batch, States.initial(), Execution.Mode.INFERENCE);
        Tensor value = execution.value(name);
        idle.add(execution);
        return value;
    }

    private Execution idle() {
        Execution free = idle.poll();
        return free == null ? newExecution(inference) : free;
    }

    /**
     * Refuses a network that cannot run step by step.
     *
     * @throws org.rnn4j.api.CellDefinitionException if an output depends on later steps
     */
    public void requireCausal() {
        Causality.require(graph);
    }

    /**
     * A session that runs the network step by step, for one example.
     *
     * @throws org.rnn4j.api.CellDefinitionException if an output depends on later steps
     */
    public Session newSession() {
        return Session.of(this, 1);
    }

    /** A session that runs the network step by step, for several examples side by side. */
    public Session newSession(int batchSize) {
        return Session.of(this, batchSize);
    }

    /**
     * A session of a network that answers sources: they are read once, at once; then it goes step by step.
     *
     * @param sources of each example, by name
     * @throws org.rnn4j.api.CellDefinitionException if an output depends on later steps
     */
    public Session newSession(Map<String, Batch.Source> sources) {
        return Session.of(this, sources);
    }

    /**
     * A session that goes on where another one stood, for as many examples; of a network that answers sources it needs them no
     * more.
     *
     * @throws org.rnn4j.api.ShapeException if the state is of another network
     */
    public Session newSession(SessionState state) {
        return Session.of(this, state);
    }

    /**
     * A session that runs the network step by step for one example, and looks ahead: each output waits for so many further
     * steps. For networks with directions that run backward.
     *
     * @throws org.rnn4j.api.CellDefinitionException if an output depends on later steps in other ways
     */
    public LookaheadSession newLookahead(int steps) {
        return new LookaheadSession(this, steps, 1);
    }

    /** The same for several examples side by side. */
    public LookaheadSession newLookahead(int steps, int batchSize) {
        return new LookaheadSession(this, steps, batchSize);
    }

    /** What sessions that look ahead share; made when the first one needs it. */
    synchronized LookaheadRuns lookaheads() {
        if (lookaheads.isEmpty()) lookaheads = Optional.of(new LookaheadRuns(this, inference));
        return lookaheads.get();
    }

    /** Buffers for one step, until they are given back. */
    StepBuffers takeStep(int rows) {
        return (rows == 1 ? singleSteps : jointSteps).take(rows);
    }

    /** Takes buffers back. */
    void giveStep(StepBuffers buffers, int rows) {
        (rows == 1 ? singleSteps : jointSteps).give(buffers);
    }

    /**
     * What tells this network with its present weights from any other: 64 hexadecimal digits, from the names and sizes of
     * cells, states and parameters, and from all weights. The same on every machine.
     */
    public String fingerprint() {
        int version = weights.version();
        Known known = fingerprint;
        if (known.version() != version) {
            known = new Known(version, Fingerprint.of(this));
            fingerprint = known;
        }
        return known.fingerprint();
    }

    /** Buffers in which one thread at a time runs the network, for training. */
    public Execution newExecution(Engine.Options options) {
        Execution all = compiled(options).newExecution(weights);
        return options.loss()
                .flatMap(Loss::candidates)
                .<Execution>map(candidates -> new SampledExecution(this, all, options, candidates))
                .orElse(all);
    }

    private Engine.Compiled compiled(Engine.Options options) {
        return compiled.computeIfAbsent(options, o -> engine.compile(graph, o));
    }

    /** Updates of this network's weights by an optimizer. */
    public Updater newUpdater(Optimizer optimizer) {
        return engine.newUpdater(optimizer, weights);
    }

    /** The stages and their equations. */
    public SequenceGraph graph() {
        return graph;
    }

    /** The engine that computes. */
    public Engine engine() {
        return engine;
    }

    /** The kind of numbers it computes in. */
    public Precision precision() {
        return precision;
    }

    /** The weights themselves, not a copy. */
    public Weights weights() {
        return weights;
    }

    /** The parameters that are trained, but that no layer has: those of the loss. */
    public List<Parameter> lossParameters() {
        return lossParameters;
    }

    /** What is trained. */
    public List<Parameter> parameters() {
        return weights.parameters();
    }

    /** Number of trained numbers. */
    public long parameterCount() {
        return parameters().stream().mapToLong(Parameter::length).sum();
    }

    /** Number of elements of the input, or size of the vocabulary. */
    public int inputSize() {
        return graph.input().size();
    }

    /** True if the network reads indices into a vocabulary. */
    public boolean isOneHotInput() {
        return graph.input().isOneHot();
    }

    /** Number of elements of the output. */
    public int outputSize() {
        return graph.output().size();
    }

    /** True if the network gives a vector at every time step, false for one vector an example. */
    public boolean outputHasTime() {
        return graph.output().hasTime();
    }

    /** The cells and maps with their shapes and numbers of parameters, as a table. */
    public String describe() {
        return NetworkText.of(this);
    }

    /** What the engine does, as text: its plan, or the equations. */
    public String describePlan() {
        return compiled(inference).describe();
    }
}
