package org.rnn4j.core.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.PreparedCheck;
import org.rnn4j.core.engine.StateShapes;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/**
 * Where a session stands: all that is needed to continue it, bit for bit, in another session of the same network, in this
 * process or another one. Immutable.
 *
 * <p>Written to a file and read by {@code org.rnn4j.core.io.SessionFile}.
 *
 * @param fingerprint of the network, see {@link Network#fingerprint}
 * @param steps how many steps were taken
 * @param states of every cell that runs at every step, and what was made of the sources, if there are some
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
        boolean read = !states.prepared().isEmpty();
        if (read == network.graph().sources().isEmpty()) {
            throw foreign(
                    "sources",
                    read ? "has read some" : "has read none",
                    network.graph().sources().keySet());
        }
        Map<String, int[]> shapes = StateShapes.of(network.stepped(), batchSize, states.prepared());
        shapes.forEach((name, shape) -> check(name, shape));
        for (String name : states.values().keySet()) {
            if (!shapes.containsKey(name)) throw foreign("state '" + name + "'", "in it", "not in the network");
        }
        if (!fingerprint.equals(network.fingerprint())) {
            throw foreign("fingerprint", fingerprint, network.fingerprint());
        }
        if (read) PreparedCheck.check(network.graph(), states.prepared(), batchSize);
    }

    private void check(String name, int... shape) {
        Tensor given = states.values().get(name);
        String needed = shape.length == 2 ? "[B, " + shape[1] + "]" : "[" + shape[0] + ", B, " + shape[2] + "]";
        if (given == null) throw foreign("state '" + name + "'", "not in it", needed);
        int[] found = given.shape();
        int batch = shape.length - 2;
        if (found.length == shape.length && found[batch] != shape[batch]) {
            throw new ShapeException(ErrorMessage.of("The state of a session is of another number of examples")
                    .fact("state", found[batch])
                    .fact("session", shape[batch])
                    .fix("continue in a session from newSession(" + found[batch] + "), or from newSession(state)")
                    .toString());
        }
        if (!Arrays.equals(found, shape)) throw foreign("state '" + name + "'", given, needed);
    }

    /** How many examples it is of; 1 where nothing says so. */
    int examples() {
        return Stream.concat(states.values().values().stream(), states.prepared().values().values().stream())
                .filter(t -> t.rank() >= 2)
                .mapToInt(t -> t.extent(t.rank() - 2))
                .findFirst()
                .orElse(1);
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
