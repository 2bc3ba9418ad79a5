package org.rnn4j.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;
import org.rnn4j.core.network.SessionState;

class SessionFileTest {
    @TempDir
    Path folder;

    private final Network network = OtherProcess.network(Precision.FLOAT32, 8);

    private SessionState state() {
        Session session = network.newSession();
        OtherProcess.run(session, 0, 5);
        return session.state();
    }

    /** Without the module of the Vector API, so that the scalar kernels continue what the vector ones began. */
    @ParameterizedTest
    @EnumSource
    void savedSessionContinuesInAnotherVirtualMachineBitForBit(Precision precision) throws Exception {
        Session session = OtherProcess.network(precision, 8).newSession();
        OtherProcess.run(session, 0, 7);
        Path file = folder.resolve("session.safetensors");
        SessionFile.write(file, session.state());
        String expected = OtherProcess.run(session, 7, 20);

        Path output = folder.resolve("output");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int exit = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        classes,
                        OtherProcess.class.getName(),
                        precision.name(),
                        file.toString(),
                        "7",
                        "20"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output);
        assertEquals(0, exit, printed);
        assertTrue(printed.contains(expected), printed);
    }

    @Test
    void bytesAndFileHoldTheSame() throws IOException {
        SessionState state = state();
        Path file = folder.resolve("session.safetensors");
        SessionFile.write(file, state);
        assertArrayEquals(Files.readAllBytes(file), SessionFile.toBytes(state));
        SessionState again = SessionFile.fromBytes(Files.readAllBytes(file));
        assertEquals(5, again.steps());
        assertEquals(network.fingerprint(), again.fingerprint());
        state.states()
                .values()
                .forEach((name, values) -> assertArrayEquals(
                        values.floats(), again.states().get(name).floats(), name));
        assertEquals(
                OtherProcess.run(network.newSession().restore(state), 5, 9),
                OtherProcess.run(network.newSession().restore(again), 5, 9));
    }

    private static String message(Class<? extends RnnException> kind, org.junit.jupiter.api.function.Executable call) {
        return assertThrows(kind, call).getMessage();
    }

    @Test
    void stateOfOtherWeightsIsRefused() {
        Session other = OtherProcess.network(Precision.FLOAT32, 9).newSession();
        String message = message(ShapeException.class, () -> other.restore(state()));
        assertTrue(message.contains("of another network"), message);
        assertTrue(message.contains("fingerprint"), message);
    }

    @Test
    void stateFromBeforeMoreTrainingIsRefused() {
        SessionState before = state();
        double[] numbers = network.weights().get("layers.0.cell.b_f");
        numbers[3] += 0.5;
        network.weights().set("layers.0.cell.b_f", numbers);
        assertThrows(ShapeException.class, () -> network.newSession().restore(before));
    }

    @Test
    void stateOfOtherNamesOrSizesIsRefusedByName() {
        SessionState state = state();
        Map<String, org.rnn4j.core.engine.Tensor> fewer =
                new LinkedHashMap<>(state.states().values());
        fewer.remove("layers.0.cell.c");
        SessionState without = new SessionState(state.fingerprint(), 5, new States(fewer), Map.of());
        assertTrue(message(ShapeException.class, () -> network.newSession().restore(without))
                .contains("layers.0.cell.c"));

        Map<String, org.rnn4j.core.engine.Tensor> wrong =
                new LinkedHashMap<>(state.states().values());
        wrong.put("layers.0.cell.c", org.rnn4j.core.engine.Tensor.of(new float[19], 1, 19));
        SessionState sized = new SessionState(state.fingerprint(), 5, new States(wrong), Map.of());
        String message =
                message(ShapeException.class, () -> network.newSession().restore(sized));
        assertTrue(message.contains("float32[1, 19]") && message.contains("[B, 20]"), message);

        wrong.put("layers.0.cell.c", state.states().get("layers.0.cell.c"));
        wrong.put("layers.7.cell.h", state.states().get("layers.0.cell.h"));
        SessionState more = new SessionState(state.fingerprint(), 5, new States(wrong), Map.of());
        assertTrue(message(ShapeException.class, () -> network.newSession().restore(more))
                .contains("layers.7.cell.h"));
    }

    @Test
    void stateOfOtherBatchSizeIsRefused() {
        String message =
                message(ShapeException.class, () -> network.newSession(2).restore(state()));
        assertTrue(message.contains("newSession(1)"), message);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = folder.resolve("other.safetensors");
        Safetensors.write(file, TensorFile.of(List.of(), Map.of("format", "rnn4j/1")));
        assertTrue(message(ModelFormatException.class, () -> SessionFile.read(file))
                .contains("no state of a session"));

        Safetensors.write(file, TensorFile.of(List.of(), Map.of("format", "rnn4j-session/2")));
        String message = message(ModelFormatException.class, () -> SessionFile.read(file));
        assertTrue(message.contains("rnn4j-session/2") && message.contains("rnn4j-session/1"), message);

        Files.write(file, "no safetensors at all".getBytes(StandardCharsets.UTF_8));
        assertThrows(ModelFormatException.class, () -> SessionFile.read(file));
        byte[] whole = SessionFile.toBytes(state());
        assertThrows(ModelFormatException.class, () -> SessionFile.fromBytes(Arrays.copyOf(whole, whole.length - 1)));
    }

    @Test
    void damagedMetadataIsRefused() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "rnn4j-session/1");
        metadata.put("network", "xyz");
        metadata.put("steps", "5");
        byte[] bytes = Safetensors.toBytes(TensorFile.of(List.of(), metadata));
        assertTrue(message(ModelFormatException.class, () -> SessionFile.fromBytes(bytes))
                .contains("fingerprint"));
        metadata.put("network", network.fingerprint());
        metadata.put("steps", "-5");
        byte[] negative = Safetensors.toBytes(TensorFile.of(List.of(), metadata));
        assertTrue(message(ModelFormatException.class, () -> SessionFile.fromBytes(negative))
                .contains("number of steps"));
    }
}
