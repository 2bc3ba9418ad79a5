package org.rnn4j.core.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.InputCheck;
import org.rnn4j.core.engine.Prepared;
import org.rnn4j.core.engine.PreparedCheck;
import org.rnn4j.core.engine.StateShapes;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/**
 * Runs a network step by step, as data arrives, and carries its states along.
 *
 * <pre>
 * Session session = network.newSession();
 * float[] y = new float[network.outputSize()];
 * session.step(x, y);                          // as often as data arrives; allocates nothing once warm
 * SessionState state = session.state();        // to be kept, saved, and continued elsewhere
 * </pre>
 *
 * <p>A network that answers sources reads them once, when the session begins:
 * <pre>
 * Session session = network.newSession(batch.sources());
 * </pre>
 *
 * <p>Gives the same outputs as a run over the whole sequence. A session holds nothing but its states, and what was made of its
 * sources: thousands may share a network, and many threads may step different ones at the same time. One session is for one thread at a time.
 */
public final class Session {
    private final Network network;
    private final int batchSize;
    private final StepInput check;
    private StateRows states;
    private long steps;

    private Session(Network network, int batchSize, Prepared prepared) {
        if (batchSize < 1) {
            throw new ShapeException(ErrorMessage.of("A session for " + batchSize + " examples")
                    .fix("give it at least one")
                    .toString());
        }
        this.network = network;
        this.batchSize = batchSize;
        this.states = new StateRows(network, batchSize, prepared);
        this.check = new StepInput(network);
        states.reset();
    }

    /** A session of a network without sources. */
    static Session of(Network network, int batchSize) {
        Causality.requireNoSources(network.graph());
        Causality.require(network.graph());
        return new Session(network, batchSize, Prepared.NOTHING);
    }

    /** A session that has read its sources. */
    static Session of(Network network, Map<String, Batch.Source> sources) {
        Causality.require(network.graph());
        if (network.graph().sources().isEmpty() || sources.isEmpty()) {
            throw new ShapeException(ErrorMessage.of("A session from sources")
                    .fact("given", sources.keySet())
                    .fact("the network reads", network.graph().sources().keySet())
                    .fix("give what the network reads; newSession() is for a network without sources")
                    .toString());
        }
        int examples = sources.values().iterator().next().examples();
        return new Session(network, examples, network.read(sources).prepared());
    }

    /** A session that goes on. */
    static Session of(Network network, SessionState state) {
        Causality.require(network.graph());
        int examples = state.examples();
        state.check(network, examples);
        return new Session(network, examples, state.states().prepared()).restore(state);
    }

    /**
     * Takes one step without allocating anything, once warm; for a network without side inputs.
     *
     * @param x [inputSize], of several examples one after the other
     * @param output takes [outputSize], of several examples one after the other
     */
    public void step(float[] x, float[] output) {
        check.numbers(x, batchSize);
        check.output(output, batchSize);
        StepBuffers buffers = network.takeStep(batchSize);
        try {
            for (int k = 0; k < x.length; k++) put(buffers.input(), k, x[k]);
            run(buffers);
            read(buffers.output(), output);
        } finally {
            network.giveStep(buffers, batchSize);
        }
    }

    /**
     * Takes one step of one example, without allocating anything once warm; for a network that reads indices.
     *
     * @param id index into the vocabulary
     * @param output takes [outputSize]
     */
    public void step(int id, float[] output) {
        check.index(id, batchSize);
        check.output(output, batchSize);
        StepBuffers buffers = network.takeStep(batchSize);
        try {
            buffers.input().ids()[0] = id;
            run(buffers);
            read(buffers.output(), output);
        } finally {
            network.giveStep(buffers, batchSize);
        }
    }

    /**
     * Takes one step.
     *
     * @param x [B, size], or indices [B]
     * @return the output [B, outputSize]
     */
    public Tensor step(Tensor x) {
        return step(x, Map.of());
    }

    /**
     * Takes one step with side inputs.
     *
     * @param x [B, size], or indices [B]
     * @param sides [B, size] each, by name
     * @return the output [B, outputSize]
     */
    public Tensor step(Tensor x, Map<String, Tensor> sides) {
        return stepAll(List.of(this), x, sides);
    }

    /** Takes one step of several sessions as one batch, for networks without side inputs. */
    public static Tensor stepAll(List<Session> sessions, Tensor x) {
        return stepAll(sessions, x, Map.of());
    }

    /**
     * Takes one step of several sessions of one network as one batch, wherever each of them stands: the same bits as one
     * after the other, and faster.
     *
     * @param sessions different ones
     * @param x [B, size], or indices [B], in the order of the sessions
     * @param sides [B, size] each, by name
     * @return the output [B, outputSize] in the order of the sessions
     */
    public static Tensor stepAll(List<Session> sessions, Tensor x, Map<String, Tensor> sides) {
        Network network = requireOneNetwork(sessions);
        int rows = sessions.stream().mapToInt(Session::batchSize).sum();
        new StepInput(network).tensors(x, sides, rows);
        StepBuffers buffers = network.takeStep(rows);
        try {
            buffers.read(x, sides);
            StateRows joint = network.graph().sources().isEmpty() ? buffers.states() : joint(network, sessions, rows);
            int row = 0;
            for (Session session : sessions) {
                joint.copy(session.states, 0, row, session.batchSize);
                row += session.batchSize;
            }
            buffers.step(joint.view());
            row = 0;
            for (Session session : sessions) {
                session.states.copy(joint, row, 0, session.batchSize);
                session.steps++;
                row += session.batchSize;
            }
            Tensor output = StateRows.copy(buffers.output());
            int[] shape = {rows, network.outputSize()};
            return output.isFloat() ? Tensor.of(output.floats(), shape) : Tensor.of(output.doubles(), shape);
        } finally {
            network.giveStep(buffers, rows);
        }
    }

    /** Room for the states of sessions whose sources are put side by side. */
    private static StateRows joint(Network network, List<Session> sessions, int rows) {
        Prepared all = Prepared.join(
                sessions.stream().map(s -> s.states.view().prepared()).toList());
        return new StateRows(network, rows, all);
    }

    private static Network requireOneNetwork(List<Session> sessions) {
        Set<Session> seen = new HashSet<>();
        for (Session session : sessions) {
            boolean foreign = session.network != sessions.get(0).network;
            if (!foreign && seen.add(session)) continue;
            throw new ShapeException(ErrorMessage.of("Sessions that cannot step together")
                    .fact("reason", foreign ? "they are of different networks" : "one of them is given twice")
                    .fix("step different sessions of one network together")
                    .toString());
        }
        if (!seen.isEmpty()) return sessions.get(0).network;
        throw new ShapeException(
                ErrorMessage.of("No session to step").fix("give at least one").toString());
    }

    private void run(StepBuffers buffers) {
        buffers.step(states.view());
        steps++;
    }

    private static void put(Tensor input, int position, float number) {
        if (input.isFloat()) input.floats()[position] = number;
        else input.doubles()[position] = number;
    }

    private static void read(Tensor from, float[] output) {
        if (from.isFloat()) {
            System.arraycopy(from.floats(), 0, output, 0, output.length);
        } else {
            for (int k = 0; k < output.length; k++) output[k] = (float) from.get(k);
        }
    }

    /** B, the number of examples that go side by side; usually one. */
    public int batchSize() {
        return batchSize;
    }

    /** How many steps were taken since the sequence began. */
    public long steps() {
        return steps;
    }

    /** A copy of the states after the last step; before the first, what the cells say. */
    public States states() {
        return states.snapshot();
    }

    /** Where the session stands, to be continued here or in another session of the same network. */
    public SessionState state() {
        return new SessionState(network.fingerprint(), steps, states(), Map.of());
    }

    /**
     * Continues from a state.
     *
     * @throws ShapeException if it is of another network, or of another number of examples
     */
    public Session restore(SessionState state) {
        state.check(network, batchSize);
        if (!state.pending().isEmpty()) {
            throw new ShapeException(ErrorMessage.of("The state of a session that looks ahead")
                    .fix("continue it in a session from newLookahead(k)")
                    .toString());
        }
        take(state.states());
        steps = state.steps();
        return this;
    }

    private void take(States given) {
        if (!given.prepared().isEmpty()) states = new StateRows(network, batchSize, given.prepared());
        states.set(given);
    }

    /**
     * Continues from states, such as those that a run over the beginning of a sequence ends with; states that are not given
     * are what their cells say. States of a run that has read sources bring them along; else the session keeps its own.
     *
     * @throws ShapeException if the network has no such state, or a shape does not fit
     */
    public Session restore(States given) {
        Prepared sources = given.prepared().isEmpty() ? states.view().prepared() : given.prepared();
        if (!given.prepared().isEmpty()) PreparedCheck.check(network.graph(), sources, batchSize);
        InputCheck.checkStates(StateShapes.of(network.stepped(), batchSize, sources), given);
        take(given);
        steps = 0;
        return this;
    }

    /** Begins a new sequence; of a network that answers sources, a new answer to the same ones. */
    public Session reset() {
        states.reset();
        steps = 0;
        return this;
    }
}
