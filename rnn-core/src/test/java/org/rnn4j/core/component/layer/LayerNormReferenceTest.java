package org.rnn4j.core.component.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.fixtures.Computing;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Layer normalisation and all its gradients equal to PyTorch's. */
class LayerNormReferenceTest {
    @TestFactory
    Stream<DynamicContainer> outputAndGradientsEqualThoseOfPyTorch() {
        return Fixtures.testsOnEngines("layer_norm", LayerNormReferenceTest::cases, LayerNormReferenceTest::check);
    }

    private static List<Case> cases(JsonNode section) {
        return section.isArray() ? Fixtures.named(section) : List.of(new Case("layer_norm", section));
    }

    private static void check(Case c, Computing computing) {
        JsonNode shape = c.json().get("x").get("shape");
        int rows = shape.get(0).asInt();
        int size = shape.get(1).asInt();
        LayerNormLayer layer = LayerNormLayer.of().withEpsilon(c.number("eps"));
        SequenceGraph graph = FlowTracer.trace(Map.of("norm", layer), size, false);
        Engine engine = computing.engine();
        Weights weights = engine.newWeights(graph);
        weights.set("norm.gain", c.numbers("gamma"));
        weights.set("norm.bias", c.numbers("beta"));
        Execution run = engine.compile(graph, new Engine.Options(Optional.empty(), true, 1))
                .newExecution(weights);

        run.forward(Batch.of(Tensor.of(c.numbers("x"), 1, rows, size)), States.initial(), Mode.GRADIENT);
        computing.close().check("y", c.numbers("y"), run.output().doubles());
        run.backward(Tensor.of(c.numbers("cot"), 1, rows, size), States.initial());
        computing
                .close()
                .check("gradient of x", c.numbers("dx"), run.inputGradient().doubles());
        computing
                .close()
                .check("gradient of gain", c.numbers("dgamma"), run.gradients().get("norm.gain"));
        computing
                .close()
                .check("gradient of bias", c.numbers("dbeta"), run.gradients().get("norm.bias"));
    }
}
