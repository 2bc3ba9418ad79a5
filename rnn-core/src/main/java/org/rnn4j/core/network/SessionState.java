package org.rnn4j.core.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.trace.SequenceGraph.Scan;
import org.rnn4j.core.trace.StepGraph;

/**
 * Where a session stands: all that is needed to continue it, bit for bit, in another session of the same network, in this
 * process or another one. Immutable.
 *
 * <p>Written to a file and read by {@code org.rnn4j.core.io.SessionFile}.
 *
 * @param fingerprint of the network, see {@link Network#fingerprint}
 * @param steps how many steps were taken
 * @param states of every cell, [B, size] each
 * @param pending inputs that have come in, but whose outputs have not been given yet, [n, B, size] or indices [n, B]: the
 *     input as {@link #INPUT}, side inputs by their names after {@link #SIDE}; empty for a session without look-ahead
 */
public record SessionState(String fingerprint, long steps, States states, Map<String, Tensor> pending) {
    /** The name of the input among what is pending. */
    public static final String INPUT = "input";

    /** What the names of side inputs begin with among what is pending. */
    public static final String SIDE = "side/";

    /** Keeps the order of the map. */
    public SessionState {
        pending = Collections.unmodifiableMap(new LinkedHashMap<>(pending));
    }

    /**
     * Checks that the state is one of a network.
     *
     * @throws ShapeException if it is of another network, or of another number of examples
     */
    void check(Network network, int batchSize) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Scan scan : network.graph().scans()) {
            for (StepGraph.State state : scan.graph().states()) {
                sizes.put(scan.graph().name() + "." + state.name(), state.size());
            }
        }
        sizes.forEach((name, size) -> {
            Tensor given = states.values().get(name);
            if (given == null) throw foreign("state '" + name + "'", "not in it", "[B, " + size + "]");
            if (given.rank() != 2 || given.extent(1) != size) {
                throw foreign("state '" + name + "'", given, "[B, " + size + "]");
            }
            if (given.extent(0) == batchSize) return;
            throw new ShapeException(ErrorMessage.of("The state of a session is of another number of examples")
                    .fact("state", given.extent(0))
                    .fact("session", batchSize)
                    .fix("continue in a session from newSession(" + given.extent(0) + ")")
                    .toString());
        });
        for (String name : states.values().keySet()) {
            if (!sizes.containsKey(name)) throw foreign("state '" + name + "'", "in it", "not in the network");
        }
        if (!fingerprint.equals(network.fingerprint())) {
            throw foreign("fingerprint", fingerprint, network.fingerprint());
        }
    }

    private static ShapeException foreign(String what, Object given, Object needed) {
        return new ShapeException(ErrorMessage.of("The state of a session is of another network")
                .fact("differs in", what)
                .fact("state", given)
                .fact("network", needed)
                .fix("continue with the very network that the state comes from; training changes it as well")
                .toString());
    }
}
