package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.examples.reference.Fixtures.File;

/** Keras's SimpleRNN, LSTM and GRU, with masks and both directions: outputs and all gradients. */
class KerasOracleReferenceTest {
    @TestFactory
    Stream<DynamicContainer> outputsAndGradientsEqualThoseOfKeras() {
        for (File file : Fixtures.files(Form.KERAS_ORACLE)) {
            List<JsonNode> cases = Form.KERAS_ORACLE.cases(file.root());
            long rounded =
                    cases.stream().filter(KerasOracleReferenceTest::isRounded).count();
            System.out.printf(
                    "%s: Keras rounded x to float32 in %d of %d cases; they are compared as such%n",
                    file.name(), rounded, cases.size());
        }
        return Fixtures.tests(Form.KERAS_ORACLE, Tolerance.PRECISIONS, KerasOracleReferenceTest::check);
    }

    private static void check(JsonNode json, Precision precision) {
        boolean rounded = isRounded(json) && precision == Precision.FLOAT64;
        Tolerance tolerance = rounded ? Tolerance.ROUNDED_INPUT : Tolerance.of(precision);
        Numbers x = Numbers.of(json.get("x"));
        KerasLayer layer = new KerasLayer(
                json.get("layer").asText(),
                json.get("units").asInt(),
                json.path("bidirectional").asText("").replace("null", ""),
                json.get("options"),
                x.shape()[2],
                precision);
        List<Numbers> weights = arrays(json.get("weights"));
        layer.load(weights);

        KerasRun run = new KerasRun(layer, x, json.get("mask"), json.get("initial_state"));
        double[] output = run.call(json.get("calls").asInt());
        tolerance.check("y", Numbers.of(json.get("y")).data(), output);

        run.backward(Numbers.of(json.get("cotangent")));
        tolerance.check("gradient of x", Numbers.of(json.get("grad_x")).data(), run.inputGradient());
        List<double[]> expected = layer.inBlocks(arrays(json.get("grad_weights")));
        List<double[]> actual = layer.gradients(run.execution().gradients(), weights);
        for (int k = 0; k < expected.size(); k++) {
            tolerance.check("gradient of weight " + k, expected.get(k), actual.get(k));
        }
    }

    /**
     * True if Keras computed in float32 although weights and x are float64: its general loop, taken under a mask, by
     * SimpleRNN and by a reset before the product, casts x. Then numbers of float32 stand in the gradient of x, which in
     * float64 have a chance of 2^-29 each.
     */
    private static boolean isRounded(JsonNode json) {
        return Arrays.stream(Numbers.of(json.get("grad_x")).data()).anyMatch(g -> g != 0 && g == (float) g);
    }

    private static List<Numbers> arrays(JsonNode list) {
        List<Numbers> arrays = new ArrayList<>();
        list.forEach(json -> arrays.add(Numbers.of(json)));
        return arrays;
    }
}
