package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Activation.ELU;
import static org.rnn4j.api.expr.Activation.GELU;
import static org.rnn4j.api.expr.Activation.HARD_SIGMOID;
import static org.rnn4j.api.expr.Activation.LEAKY_RELU;
import static org.rnn4j.api.expr.Activation.LOG_SIGMOID;
import static org.rnn4j.api.expr.Activation.RELU;
import static org.rnn4j.api.expr.Activation.SIGMOID;
import static org.rnn4j.api.expr.Activation.SILU;
import static org.rnn4j.api.expr.Activation.SOFTPLUS;
import static org.rnn4j.api.expr.Activation.SOFTSIGN;
import static org.rnn4j.api.expr.Activation.TANH;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.fixtures.Close;
import org.rnn4j.core.fixtures.Computing;
import org.rnn4j.core.fixtures.Fixtures;
import org.rnn4j.core.fixtures.Fixtures.Case;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

/** Activations and their derivatives equal to PyTorch's, from -800 to 800. */
class ActivationReferenceTest {
    private static final Map<String, Activation> BY_TORCH_NAME = Map.ofEntries(
            Map.entry("sigmoid", SIGMOID),
            Map.entry("tanh", TANH),
            Map.entry("relu", RELU),
            Map.entry("elu", ELU),
            Map.entry("softplus", SOFTPLUS),
            Map.entry("softsign", SOFTSIGN),
            Map.entry("hardsigmoid", HARD_SIGMOID),
            Map.entry("silu", SILU),
            Map.entry("gelu", GELU),
            Map.entry("leaky_relu", LEAKY_RELU),
            Map.entry("logsigmoid", LOG_SIGMOID));

    @TestFactory
    Stream<DynamicContainer> valuesAndDerivativesEqualThoseOfPyTorch() {
        return Fixtures.testsOnEngines("activations", Fixtures::named, ActivationReferenceTest::check);
    }

    private static void check(Case c, Computing computing) {
        Activation activation = Optional.ofNullable(BY_TORCH_NAME.get(c.name()))
                .orElseThrow(() -> new AssertionError("no activation for the case " + c.name()));
        double[] x = c.numbers("x");
        Layer layer = (flow, s) -> flow.map(s, t -> t.output(activation.of(t.input())));
        SequenceGraph graph = FlowTracer.trace(Map.of("activation", layer), x.length, false);
        Engine engine = computing.engine();
        Execution run = engine.compile(graph, new Engine.Options(Optional.empty(), true, 1))
                .newExecution(engine.newWeights(graph));

        run.forward(Batch.of(Tensor.of(x, 1, 1, x.length)), States.initial(), Mode.GRADIENT);
        computing.close().check("y", c.numbers("y"), run.output().doubles());
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        run.backward(Tensor.of(ones, 1, 1, x.length), States.initial());
        Close close =
                activation == HARD_SIGMOID && computing == Computing.FLOAT64 ? Close.FLOAT_CONSTANT : computing.close();
        close.check("derivative", c.numbers("dy"), run.inputGradient().doubles());
    }
}
