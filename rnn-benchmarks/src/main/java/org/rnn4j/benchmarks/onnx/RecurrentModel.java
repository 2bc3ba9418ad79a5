package org.rnn4j.benchmarks.onnx;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.rnn4j.cli.bench.BenchRow;

/**
 * A stack of recurrent layers as an ONNX model: one node LSTM, GRU or RNN a layer, and between two of them a Squeeze of the
 * axis of directions. Weights are small random numbers.
 *
 * <p>Input {@code x0} [T, B, inputSize]; output {@code y} [T, 1, B, hiddenSize]. With states, of one layer: inputs {@code h},
 * and {@code c} of an LSTM, [1, B, hiddenSize]; outputs {@code hn} and {@code cn} of the same shape.
 *
 * <p>Source: onnx.proto of ONNX for the numbers of fields; operators LSTM, GRU and RNN of version 7, Squeeze of version 1.
 */
public final class RecurrentModel {
    private static final int IR_VERSION = 7;
    private static final int OPERATORS = 12;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;
    private static final double WEIGHT_RANGE = 0.08;
    private static final Map<String, String> OPERATOR = Map.of("lstm", "LSTM", "gru", "GRU", "elman", "RNN");
    private static final Map<String, Integer> GATES = Map.of("lstm", 4, "gru", 3, "elman", 1);

    private final String cell;
    private final BenchRow row;
    private final boolean states;
    private final SplittableRandom random = new SplittableRandom(1);
    private final ProtocolBuffer graph = new ProtocolBuffer();

    private RecurrentModel(String cell, BenchRow row, boolean states) {
        this.cell = cell;
        this.row = row;
        this.states = states;
    }

    /**
     * The bytes of a model.
     *
     * @param cell {@code lstm}, {@code gru} (reset after the product) or {@code elman}
     * @param states true for a model that takes and gives states; then of one layer
     */
    public static byte[] bytes(String cell, BenchRow row, boolean states) {
        return new RecurrentModel(cell, row, states).model();
    }

    private byte[] model() {
        for (int layer = 0; layer < row.layers(); layer++) layer(layer);
        graph.text(2, "recurrent");
        int h = row.hiddenSize();
        input("x0", row.timeSteps(), row.batchSize(), row.inputSize());
        output("y", row.timeSteps(), 1, row.batchSize(), h);
        if (states) {
            for (String state : states()) {
                input(state, 1, row.batchSize(), h);
                output(state + "n", 1, row.batchSize(), h);
            }
        }
        ProtocolBuffer operators = new ProtocolBuffer().text(1, "").number(2, OPERATORS);
        return new ProtocolBuffer()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }

    private List<String> states() {
        return cell.equals("lstm") ? List.of("h", "c") : List.of("h");
    }

    private void layer(int layer) {
        boolean last = layer == row.layers() - 1;
        String result = last ? "y" : "y" + layer;
        int h = row.hiddenSize();
        int rows = GATES.getOrDefault(cell, 0) * h;
        weights("W" + layer, 1, rows, layer == 0 ? row.inputSize() : h);
        weights("R" + layer, 1, rows, h);
        weights("B" + layer, 1, 2 * rows);
        ProtocolBuffer node = new ProtocolBuffer();
        for (String name : List.of("x" + layer, "W" + layer, "R" + layer, "B" + layer)) node.text(1, name);
        if (states) {
            // An empty name: all sequences have the full length.
            node.text(1, "");
            states().forEach(state -> node.text(1, state));
        }
        node.text(2, result);
        if (states) states().forEach(state -> node.text(2, state + "n"));
        node.text(4, OPERATOR.getOrDefault(cell, "")).message(5, attribute("hidden_size", h));
        if (cell.equals("gru")) node.message(5, attribute("linear_before_reset", 1));
        graph.message(1, node);
        if (!last) squeeze(result, "x" + (layer + 1));
    }

    private void squeeze(String from, String to) {
        ProtocolBuffer axes = new ProtocolBuffer().text(1, "axes").number(8, 1).number(20, ATTRIBUTE_INTS);
        graph.message(
                1,
                new ProtocolBuffer()
                        .text(1, from)
                        .text(2, to)
                        .text(4, "Squeeze")
                        .message(5, axes));
    }

    private static ProtocolBuffer attribute(String name, int value) {
        return new ProtocolBuffer().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    private void weights(String name, int... shape) {
        int length = 1;
        ProtocolBuffer tensor = new ProtocolBuffer();
        for (int extent : shape) {
            tensor.number(1, extent);
            length = Math.multiplyExact(length, extent);
        }
        float[] values = new float[length];
        for (int k = 0; k < length; k++) values[k] = (float) (WEIGHT_RANGE * (2 * random.nextDouble() - 1));
        graph.message(5, tensor.number(2, FLOAT).text(8, name).floats(9, values));
    }

    private void input(String name, int... shape) {
        graph.message(11, value(name, shape));
    }

    private void output(String name, int... shape) {
        graph.message(12, value(name, shape));
    }

    private static ProtocolBuffer value(String name, int... shape) {
        ProtocolBuffer extents = new ProtocolBuffer();
        for (int extent : shape) extents.message(1, new ProtocolBuffer().number(1, extent));
        ProtocolBuffer tensor = new ProtocolBuffer().number(1, FLOAT).message(2, extents);
        return new ProtocolBuffer().text(1, name).message(2, new ProtocolBuffer().message(1, tensor));
    }
}
