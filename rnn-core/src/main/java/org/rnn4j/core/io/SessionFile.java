package org.rnn4j.core.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.SessionState;

/**
 * The state of a session as one safetensors file, exact to the last bit:
 * <pre>
 * metadata   format        rnn4j-session/1
 *            network       fingerprint of the network that the session runs, 64 hexadecimal digits
 *            steps         how many steps were taken, in decimal
 * tensors    state/NAME    each state by its full name, such as state/layers.0.cell.h, [B, size], F32 or F64;
 *                          [S, B, size] where a state has a value at every position of a memory
 *            source/ID…    what was made of the sources that the network answers: source/ID [B, size], or
 *                          source/ID/TIME [S, B, size] with length/TIME, I32 [B]
 *            pending/NAME  inputs without an output so far, [n, B, size] or indices I32 [n, B]: pending/input, and
 *                          pending/side/NAME for side inputs; only of a session that looks ahead
 * </pre>
 *
 * <p>Numbers are F32, or F64 where the precision is float64. A version that this one does not know is refused, and so is, by
 * {@link org.rnn4j.core.network.Session#restore}, a state of another network.
 */
public final class SessionFile {
    private static final String CURRENT = "rnn4j-session/1";
    private static final String NETWORK = "network";
    private static final String STEPS = "steps";
    private static final String STATE = "state/";
    private static final String PENDING = "pending/";

    private SessionFile() {}

    /** Writes a state, wholly or not at all. */
    public static void write(Path file, SessionState state) {
        Safetensors.write(file, content(state));
    }

    /**
     * Reads a state.
     *
     * @throws ModelFormatException if the file is not whole, or not the state of a session
     */
    public static SessionState read(Path file) {
        return state(Safetensors.read(file), new FileErrors(file));
    }

    /** The content of such a file, to be kept elsewhere. */
    public static byte[] toBytes(SessionState state) {
        return Safetensors.toBytes(content(state));
    }

    /**
     * The state in the content of such a file.
     *
     * @throws ModelFormatException if it is not whole, or not the state of a session
     */
    public static SessionState fromBytes(byte[] bytes) {
        String name = "session state";
        return state(Safetensors.fromBytes(bytes, name), new FileErrors(Path.of(name)));
    }

    private static TensorFile content(SessionState state) {
        List<Tensor> tensors = new ArrayList<>();
        state.states().values().forEach((name, values) -> tensors.add(stored(STATE + name, values)));
        tensors.addAll(PreparedTensors.of(state.states().prepared()));
        state.pending().forEach((name, values) -> tensors.add(stored(PENDING + name, values)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ModelFile.FORMAT, CURRENT);
        metadata.put(NETWORK, state.fingerprint());
        metadata.put(STEPS, Long.toString(state.steps()));
        return TensorFile.of(tensors, metadata);
    }

    private static SessionState state(TensorFile content, FileErrors errors) {
        Map<String, String> metadata = content.metadata();
        String format = metadata.getOrDefault(ModelFile.FORMAT, "");
        if (!format.equals(CURRENT)) {
            throw new ModelFormatException(errors.message("it is no state of a session of this version of RNN4J")
                    .fact("format", format.isEmpty() ? "not given" : FileErrors.quote(format))
                    .fact("known", "'" + CURRENT + "'")
                    .fix("name a file that 'rnn stream --state' or SessionFile.write of the same version wrote")
                    .toString());
        }
        String fingerprint = metadata.getOrDefault(NETWORK, "");
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw errors.damaged("the fingerprint of its network is damaged", NETWORK, FileErrors.quote(fingerprint));
        }
        States states = new States(group(content, STATE), PreparedTensors.read(content, errors));
        return new SessionState(fingerprint, steps(metadata, errors), states, group(content, PENDING));
    }

    private static long steps(Map<String, String> metadata, FileErrors errors) {
        String text = metadata.getOrDefault(STEPS, "");
        try {
            long steps = Long.parseLong(text);
            if (steps >= 0) return steps;
        } catch (NumberFormatException e) {
            throw errors.damaged("its number of steps is damaged", STEPS, FileErrors.quote(text), e);
        }
        throw errors.damaged("its number of steps is damaged", STEPS, FileErrors.quote(text));
    }

    static Tensor stored(String name, org.rnn4j.core.engine.Tensor values) {
        if (values.isIds()) return Tensor.of(name, values.ids(), values.shape());
        return values.isFloat()
                ? Tensor.of(name, values.floats(), values.shape())
                : Tensor.of(name, values.doubles(), values.shape());
    }

    private static Map<String, org.rnn4j.core.engine.Tensor> group(TensorFile content, String prefix) {
        Map<String, org.rnn4j.core.engine.Tensor> group = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) group.put(name.substring(prefix.length()), values(tensor));
        });
        return group;
    }

    static org.rnn4j.core.engine.Tensor values(Tensor tensor) {
        return switch (tensor.type()) {
            case F32 -> org.rnn4j.core.engine.Tensor.of(tensor.toFloats(), tensor.shape());
            case F64 -> org.rnn4j.core.engine.Tensor.of(tensor.toDoubles(), tensor.shape());
            case I32 -> {
                int[] ids = new int[tensor.elements()];
                tensor.ints().get(ids);
                yield org.rnn4j.core.engine.Tensor.ofIds(ids, tensor.shape());
            }
            case I64 ->
                throw new ModelFormatException(
                        ErrorMessage.of("Tensor '" + tensor.name() + "' of a session's state is of another type")
                                .fact("found", tensor.type() + " " + Arrays.toString(tensor.shape()))
                                .fact("known", "F32, F64, I32")
                                .toString());
        };
    }
}
