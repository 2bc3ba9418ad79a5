package org.rnn4j.core.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/**
 * Runs a network step by step that also looks ahead, as a bidirectional one does, by so many steps and no more.
 *
 * <p>The output for step t is given when step t + k is in, or the end is known. It is that of the whole network run over the
 * steps t … min(t + k, last): directions that run forward begin with the states that they had after step t - 1; those that
 * run backward begin at the window's end, with what their cells say. Then the forward states after step t are kept. So the
 * outputs are those of a run over the whole sequence wherever k reaches its end, and those of a {@link Session} where no
 * direction runs backward.
 *
 * <p>Every step costs a run over k + 1 steps. For one thread at a time; many may share a network.
 */
public final class LookaheadSession {
    private final Network network;
    private final int lookahead;
    private final int batchSize;
    private final LookaheadRuns runs;
    private final StateRows states;
    private final Deque<Arrival> pending = new ArrayDeque<>();
    private long steps;

    /** A step that has come in. */
    private record Arrival(Tensor x, Map<String, Tensor> sides) {}

    LookaheadSession(Network network, int lookahead, int batchSize) {
        Causality.requireNoSources(network.graph());
        Causality.requireWithin(network.graph());
        if (lookahead < 0 || batchSize < 1) {
            throw new ShapeException(
                    ErrorMessage.of("A look-ahead of " + lookahead + " steps for " + batchSize + " examples")
                            .fix("look ahead 0 steps or more, for at least one example")
                            .toString());
        }
        this.network = network;
        this.lookahead = lookahead;
        this.batchSize = batchSize;
        this.runs = network.lookaheads();
        this.states = new StateRows(network, batchSize);
        states.reset();
    }

    /** Takes in a step, see {@link #step(Tensor, Map)}. */
    public Optional<Tensor> step(Tensor x) {
        return step(x, Map.of());
    }

    /**
     * Takes in a step.
     *
     * @param x [B, size], or indices [B]
     * @param sides [B, size] each, by name
     * @return the output [B, outputSize] for the step that came in k steps ago, if there was one
     */
    public Optional<Tensor> step(Tensor x, Map<String, Tensor> sides) {
        new StepInput(network).tensors(x, sides, batchSize);
        Map<String, Tensor> copies = new LinkedHashMap<>();
        sides.forEach((name, side) -> copies.put(name, StateRows.copy(side)));
        pending.add(new Arrival(StateRows.copy(x), copies));
        return pending.size() > lookahead ? Optional.of(next()) : Optional.empty();
    }

    /** Ends the sequence: the outputs that were still to come, in order. The next step begins a new sequence. */
    public List<Tensor> finish() {
        List<Tensor> rest = new ArrayList<>();
        while (!pending.isEmpty()) rest.add(next());
        reset();
        return rest;
    }

    /** The output for the first pending step, from a run over all of them. */
    private Tensor next() {
        Batch batch = Batch.of(sequence(pending.stream().map(Arrival::x).toList()));
        for (String side : network.graph().sides().keySet()) {
            batch = batch.withSide(
                    side, sequence(pending.stream().map(a -> side(a, side)).toList()));
        }
        Execution execution = runs.take();
        Tensor all = execution
                .forward(batch, states.view(), Execution.Mode.INFERENCE)
                .output();
        runs.give(execution);
        pending.remove();
        steps++;
        int width = all.extent(2);
        Map<String, Tensor> after = new LinkedHashMap<>(states.snapshot().values());
        runs.outputs().columns().forEach((name, column) -> {
            int size = states.view().get(name).extent(1);
            after.put(name, columns(all, width, column, size));
        });
        states.set(new States(after));
        return columns(all, width, 0, network.outputSize());
    }

    private static Tensor side(Arrival arrival, String name) {
        Tensor side = arrival.sides().get(name);
        if (side == null) throw new AssertionError("checked when it came in: " + name);
        return side;
    }

    /** Some columns of the first step of [T, B, width]. */
    private Tensor columns(Tensor all, int width, int from, int count) {
        double[] numbers = new double[batchSize * count];
        for (int b = 0; b < batchSize; b++) {
            for (int j = 0; j < count; j++) numbers[b * count + j] = all.get(b * width + from + j);
        }
        Tensor exact = Tensor.of(numbers, batchSize, count);
        return all.isFloat() ? Tensor.of(exact.floats(), batchSize, count) : exact;
    }

    /** Steps [B, …] as a sequence [T, B, …]. */
    private static Tensor sequence(List<Tensor> steps) {
        Tensor first = steps.get(0);
        int length = first.length();
        int[] shape = new int[first.rank() + 1];
        shape[0] = steps.size();
        for (int axis = 0; axis < first.rank(); axis++) shape[axis + 1] = first.extent(axis);
        if (first.isIds()) {
            int[] ids = new int[steps.size() * length];
            for (int t = 0; t < steps.size(); t++) {
                System.arraycopy(steps.get(t).ids(), 0, ids, t * length, length);
            }
            return Tensor.ofIds(ids, shape);
        }
        double[] numbers = new double[steps.size() * length];
        for (int t = 0; t < steps.size(); t++) {
            System.arraycopy(steps.get(t).doubles(), 0, numbers, t * length, length);
        }
        Tensor exact = Tensor.of(numbers, shape);
        return first.isFloat() ? Tensor.of(exact.floats(), shape) : exact;
    }

    /** k, how many steps an output waits for. */
    public int lookahead() {
        return lookahead;
    }

    /** How many steps have come in whose outputs have not been given yet; at most k. */
    public int pending() {
        return pending.size();
    }

    /** How many outputs were given since the sequence began. */
    public long steps() {
        return steps;
    }

    /** Where the session stands, what is pending included. */
    public SessionState state() {
        Map<String, Tensor> waiting = new LinkedHashMap<>();
        if (!pending.isEmpty()) {
            waiting.put(
                    SessionState.INPUT,
                    sequence(pending.stream().map(Arrival::x).toList()));
            for (String side : network.graph().sides().keySet()) {
                waiting.put(
                        SessionState.SIDE + side,
                        sequence(pending.stream().map(a -> side(a, side)).toList()));
            }
        }
        return new SessionState(network.fingerprint(), steps, states.snapshot(), waiting);
    }

    /**
     * Continues from a state; that of a {@link Session} will do as well.
     *
     * @throws ShapeException if it is of another network, of another number of examples, or of a session that looked further
     *     ahead
     */
    public LookaheadSession restore(SessionState state) {
        state.check(network, batchSize);
        List<Arrival> arrivals = arrivals(state.pending());
        if (arrivals.size() > lookahead) {
            throw new ShapeException(ErrorMessage.of("The state of a session that looked further ahead")
                    .fact("pending", arrivals.size() + " steps")
                    .fact("look-ahead", lookahead)
                    .fix("look ahead at least " + arrivals.size() + " steps")
                    .toString());
        }
        for (Arrival arrival : arrivals) new StepInput(network).tensors(arrival.x(), arrival.sides(), batchSize);
        pending.clear();
        pending.addAll(arrivals);
        states.set(state.states());
        steps = state.steps();
        return this;
    }

    private List<Arrival> arrivals(Map<String, Tensor> waiting) {
        Tensor input = waiting.get(SessionState.INPUT);
        if (input == null) return List.of();
        List<Arrival> arrivals = new ArrayList<>();
        for (int t = 0; t < input.extent(0); t++) {
            Map<String, Tensor> sides = new LinkedHashMap<>();
            int time = t;
            waiting.forEach((name, values) -> {
                if (!name.startsWith(SessionState.SIDE) || values.extent(0) <= time) return;
                sides.put(name.substring(SessionState.SIDE.length()), step(values, time));
            });
            arrivals.add(new Arrival(step(input, t), sides));
        }
        return arrivals;
    }

    private static Tensor step(Tensor sequence, int t) {
        int length = sequence.length() / sequence.extent(0);
        int[] shape = Arrays.copyOfRange(sequence.shape(), 1, sequence.rank());
        int from = t * length;
        if (sequence.isIds()) return Tensor.ofIds(Arrays.copyOfRange(sequence.ids(), from, from + length), shape);
        return sequence.isFloat()
                ? Tensor.of(Arrays.copyOfRange(sequence.floats(), from, from + length), shape)
                : Tensor.of(Arrays.copyOfRange(sequence.doubles(), from, from + length), shape);
    }

    /** Begins a new sequence; what is pending is forgotten. */
    public LookaheadSession reset() {
        pending.clear();
        states.reset();
        steps = 0;
        return this;
    }
}
