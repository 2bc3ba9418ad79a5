package org.rnn4j.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.benchmarks.Peer;
import org.rnn4j.benchmarks.PeerCommand;
import org.rnn4j.benchmarks.onnx.RecurrentModel;
import org.rnn4j.cli.bench.BenchRow;
import org.rnn4j.cli.bench.Subject;

/**
 * ONNX Runtime: inference, and single steps whose states go from one call to the next.
 *
 * <p>Inputs stand in direct buffers, and a single step writes into tensors that are made once: nothing is copied into or out
 * of arrays of Java.
 */
public final class OnnxRuntimePeer implements Peer {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    /** Runs the rows. */
    public static void main(String[] args) {
        PeerCommand.main(new OnnxRuntimePeer(), args);
    }

    @Override
    public String engine() {
        return "onnxruntime";
    }

    @Override
    public Optional<Runnable> prepare(String cell, String mode, BenchRow row, int threads) {
        try {
            return switch (mode) {
                case "infer" -> Optional.of(infer(cell, row, threads));
                case "stream" -> Optional.of(stream(cell, row, threads));
                default -> Optional.empty();
            };
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private Runnable infer(String cell, BenchRow row, int threads) throws OrtException {
        OrtSession session = session(RecurrentModel.bytes(cell, row, false), threads);
        Map<String, OnnxTensor> inputs =
                Map.of("x0", tensor(Subject.vectors(row).floats(), row.timeSteps(), row.batchSize(), row.inputSize()));
        return () -> {
            try (OrtSession.Result result = session.run(inputs)) {
                if (result.size() != 1) throw new IllegalStateException("no output");
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Two sets of state tensors, read and written in turn. */
    private Runnable stream(String cell, BenchRow row, int threads) throws OrtException {
        OrtSession session = session(RecurrentModel.bytes(cell, row, true), threads);
        int h = row.hiddenSize();
        List<String> states = cell.equals("lstm") ? List.of("h", "c") : List.of("h");
        List<Map<String, OnnxTensor>> inputs = List.of(new HashMap<>(), new HashMap<>());
        List<Map<String, OnnxTensor>> outputs = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int k = 0; k < 2; k++) {
            inputs.get(k).put("x0", tensor(Subject.vectors(row).floats(), 1, 1, row.inputSize()));
            outputs.get(k).put("y", tensor(new float[h], 1, 1, 1, h));
        }
        for (String state : states) {
            for (int k = 0; k < 2; k++) {
                OnnxTensor tensor = tensor(new float[h], 1, 1, h);
                inputs.get(k).put(state, tensor);
                outputs.get(1 - k).put(state + "n", tensor);
            }
        }
        int[] turn = {0};
        return () -> {
            int now = turn[0];
            turn[0] = 1 - now;
            try (OrtSession.Result result = session.run(inputs.get(now), outputs.get(now))) {
                if (result.size() != states.size() + 1) throw new IllegalStateException("no output");
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private OrtSession session(byte[] model, int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return environment.createSession(model, options);
    }

    private OnnxTensor tensor(float[] values, long... shape) throws OrtException {
        FloatBuffer buffer = ByteBuffer.allocateDirect(Float.BYTES * values.length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(values)
                .rewind();
        return OnnxTensor.createTensor(environment, buffer, shape);
    }
}
