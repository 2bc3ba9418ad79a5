package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.bidirectional.BidirectionalLayer;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/** PyTorch's RNN, GRU and LSTM: outputs, final states and all gradients. */
class TorchReferenceTest {
    @TestFactory
    Stream<DynamicContainer> outputsStatesAndGradientsEqualThoseOfPyTorch() {
        return Fixtures.tests(Form.TORCH_RECURRENT, Tolerance.PRECISIONS, (c, p) -> new Run(c, p).check());
    }

    /** One case as a network of ours. */
    private static final class Run {
        private final JsonNode json;
        private final Tolerance tolerance;
        private final TorchModule module;
        private final int layers;
        private final boolean bidirectional;
        private final Network network;
        private final int[] lengths;
        private final int batchSize;

        Run(JsonNode json, Precision precision) {
            this.json = json;
            this.tolerance = Tolerance.of(precision);
            this.module = TorchModule.of(json);
            this.layers = json.get("config").path("num_layers").asInt(1);
            this.bidirectional = json.get("config").path("bidirectional").asBoolean(false);
            NetworkBuilder builder = Network.builder()
                    .vectorInput(json.get("input_size").asInt())
                    .precision(precision);
            for (int k = 0; k < layers; k++) {
                builder.layer(bidirectional ? BidirectionalLayer.of(module.cell()) : RecurrentLayer.of(module.cell()));
            }
            network = builder.build();
            Numbers x = Numbers.of(json.get("inputs").get("x"));
            batchSize = x.shape()[1];
            lengths = json.path("lengths").isArray() ? Numbers.ints(json.get("lengths")) : full(x);
        }

        private static int[] full(Numbers x) {
            int[] lengths = new int[x.shape()[1]];
            java.util.Arrays.fill(lengths, x.shape()[0]);
            return lengths;
        }

        void check() {
            forEachCell(
                    (path, suffix, index) -> module.table().load(network.weights(), path, arrays("params", suffix)));
            Execution run = network.newExecution(new Engine.Options(Optional.empty(), true, 1));
            Batch batch = Batch.of(Numbers.of(json.get("inputs").get("x")).tensor(), lengths);
            run.forward(batch, states("inputs", "0"), Execution.Mode.GRADIENT);
            compare("outputs", "y", run.output());
            compareStates("outputs", "_n", run.finalStates());

            run.backward(Numbers.of(json.get("cotangents").get("y")).tensor(), states("cotangents", "_n"));
            compare("grads", "x", run.inputGradient());
            compareStates("grads", "0", run.initialGradients());
            forEachCell((path, suffix, index) -> {
                Map<String, double[]> expected = arrays("grads", suffix);
                module.table()
                        .gradients(run.gradients(), path, arrays("params", suffix))
                        .forEach((name, gradient) ->
                                tolerance.check("gradient of " + name + suffix, expected.get(name), gradient));
            });
        }

        private void compare(String group, String name, Tensor actual) {
            tolerance.check(
                    group + " " + name, Numbers.of(json.get(group).get(name)).data(), actual.doubles());
        }

        private void compareStates(String group, String suffix, States actual) {
            for (String state : module.states()) {
                if (!json.get(group).has(state + suffix)) continue;
                Numbers expected = Numbers.of(json.get(group).get(state + suffix));
                forEachCell((path, ignored, index) -> tolerance.check(
                        group + " " + state + suffix + " of " + path,
                        expected.part(index).data(),
                        actual.get(path + "." + state).doubles()));
            }
        }

        private States states(String group, String suffix) {
            Map<String, Tensor> states = new LinkedHashMap<>();
            for (String state : module.states()) {
                if (!json.get(group).has(state + suffix)) continue;
                Numbers values = Numbers.of(json.get(group).get(state + suffix));
                forEachCell((path, ignored, index) -> states.put(
                        path + "." + state,
                        values.part(index)
                                .reshaped(batchSize, values.shape()[2])
                                .tensor()));
            }
            return new States(states);
        }

        /** The arrays of one layer and direction, by their names without the suffix. */
        private Map<String, double[]> arrays(String group, String suffix) {
            Map<String, double[]> arrays = new LinkedHashMap<>();
            json.get(group).properties().forEach(field -> {
                String name = field.getKey();
                boolean ofCell = name.endsWith(suffix) && (name.startsWith("weight") || name.startsWith("bias"));
                if (ofCell) {
                    arrays.put(
                            name.substring(0, name.length() - suffix.length()),
                            Numbers.of(field.getValue()).data());
                }
            });
            return arrays;
        }

        /** PyTorch's order of cells: layer by layer, forward before backward. */
        private void forEachCell(CellVisitor visitor) {
            for (int layer = 0; layer < layers; layer++) {
                String path = "layers." + layer + ".";
                if (bidirectional) {
                    visitor.visit(path + "forward.cell", "_l" + layer, 2 * layer);
                    visitor.visit(path + "backward.cell", "_l" + layer + "_reverse", 2 * layer + 1);
                } else {
                    visitor.visit(path + "cell", "_l" + layer, layer);
                }
            }
        }
    }

    private interface CellVisitor {
        void visit(String path, String suffix, int index);
    }
}
