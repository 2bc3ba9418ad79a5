package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.engine.Precision;

/** The constants that Keras's own tests assert: weights are constant, inputs count up. */
class KerasPublishedReferenceTest {
    private static final Map<String, Integer> GATES = Map.of("SimpleRNN", 1, "GRU", 3, "LSTM", 4);
    private static final int FORGET = 1;

    @TestFactory
    Stream<DynamicContainer> outputsEqualThoseInTheTestsOfKeras() {
        return Fixtures.tests(Form.KERAS_PUBLISHED, Tolerance.PRECISIONS, KerasPublishedReferenceTest::check);
    }

    private static void check(JsonNode json, Precision precision) {
        boolean bidirectional = json.get("layer").asText().equals("Bidirectional");
        String kind = json.get(bidirectional ? "inner" : "layer").asText();
        int[] shape = Numbers.ints(json.get("shape"));
        String merge = bidirectional ? json.get("merge_mode").asText() : "";
        KerasLayer layer =
                new KerasLayer(kind, json.get("units").asInt(), merge, json.get("options"), shape[2], precision);
        List<Numbers> weights = new ArrayList<>(weights(json, json, kind));
        if (bidirectional)
            weights.addAll(weights(json, json.get("backward").isObject() ? json.get("backward") : json, kind));
        layer.load(weights);

        KerasRun run = new KerasRun(layer, input(json, shape), json.get("mask"), json.get("initial_state"));
        double[] output = run.call(json.get("calls").asInt());
        Tolerance.PUBLISHED.check("output", Numbers.of(json.get("expected")).data(), output);
    }

    private static Numbers input(JsonNode json, int... shape) {
        if (!json.get("input").asText().startsWith("arange")) {
            throw new AssertionError("no test knows the input " + json.get("input"));
        }
        double[] x = new double[shape[0] * shape[1] * shape[2]];
        Arrays.setAll(x, k -> k);
        return new Numbers(shape, x);
    }

    /** The constant weights of one cell. */
    private static List<Numbers> weights(JsonNode json, JsonNode constants, String kind) {
        int units = json.get("units").asInt();
        int inputSize = json.get("shape").get(2).asInt();
        JsonNode options = json.get("options");
        int gates = GATES.get(kind);
        List<Numbers> weights = new ArrayList<>();
        weights.add(constant(constants.get("kernel").asDouble(), inputSize, gates * units));
        weights.add(constant(constants.get("recurrent").asDouble(), units, gates * units));
        if (!options.path("use_bias").asBoolean(true)) return weights;
        boolean twoBiases = kind.equals("GRU") && options.path("reset_after").asBoolean(true);
        Numbers bias = constant(constants.get("bias").asDouble(), twoBiases ? 2 : 1, gates * units);
        if (kind.equals("LSTM") && options.path("unit_forget_bias").asBoolean(true)) {
            for (int k = FORGET * units; k < (FORGET + 1) * units; k++) bias.data()[k] = 1;
        }
        weights.add(bias);
        return weights;
    }

    private static Numbers constant(double value, int... shape) {
        double[] data = new double[shape[0] * shape[1]];
        Arrays.fill(data, value);
        return new Numbers(shape, data);
    }
}
