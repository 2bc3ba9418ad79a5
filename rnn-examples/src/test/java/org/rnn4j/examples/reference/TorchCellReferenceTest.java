package org.rnn4j.examples.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.component.layer.RecurrentLayer;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/** PyTorch's RNNCell, GRUCell and LSTMCell: one step, and all gradients. */
class TorchCellReferenceTest {
    private static final String PATH = "layers.0.cell";

    @TestFactory
    Stream<DynamicContainer> statesAndGradientsEqualThoseOfPyTorch() {
        return Fixtures.tests(Form.TORCH_PARTS, Tolerance.PRECISIONS, TorchCellReferenceTest::check);
    }

    private static void check(JsonNode json, Precision precision) {
        TorchModule module = TorchModule.of(json);
        Tolerance tolerance = Tolerance.of(precision);
        Numbers x = Numbers.of(json.get("inputs").get("x"));
        int batchSize = x.shape()[0];
        int inputSize = x.shape()[1];
        Network network = Network.builder()
                .vectorInput(inputSize)
                .layer(RecurrentLayer.of(module.cell()))
                .precision(precision)
                .build();
        Map<String, double[]> params = new LinkedHashMap<>();
        json.get("params")
                .properties()
                .forEach(f -> params.put(f.getKey(), Numbers.of(f.getValue()).data()));
        module.table().load(network.weights(), PATH, params);

        Execution run = network.newExecution(new Engine.Options(Optional.empty(), true, 1));
        Batch batch = Batch.of(x.reshaped(1, batchSize, inputSize).tensor());
        run.forward(batch, states(json.get("inputs"), module, ""), Execution.Mode.GRADIENT);
        for (String state : module.states()) {
            double[] expected = Numbers.of(json.get("outputs").get(state + "1")).data();
            tolerance.check(
                    state + "1",
                    expected,
                    run.finalStates().get(PATH + "." + state).doubles());
        }

        Tensor none = Tensor.of(new double[run.output().length()], run.output().shape());
        run.backward(none, states(json.get("cotangents"), module, "1"));
        JsonNode grads = json.get("grads");
        tolerance.check(
                "gradient of x",
                Numbers.of(grads.get("x")).data(),
                run.inputGradient().doubles());
        for (String state : module.states()) {
            double[] actual = run.initialGradients().get(PATH + "." + state).doubles();
            tolerance.check("gradient of " + state, Numbers.of(grads.get(state)).data(), actual);
        }
        module.table()
                .gradients(run.gradients(), PATH, params)
                .forEach((name, gradient) -> tolerance.check(
                        "gradient of " + name, Numbers.of(grads.get(name)).data(), gradient));
    }

    private static States states(JsonNode group, TorchModule module, String suffix) {
        Map<String, Tensor> states = new LinkedHashMap<>();
        for (String state : module.states()) {
            states.put(PATH + "." + state, Numbers.of(group.get(state + suffix)).tensor());
        }
        return new States(states);
    }
}
