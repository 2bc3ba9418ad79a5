package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.Network;

/** Compares a run over whole sequences with one in two chunks, the states carried on and their gradients carried back. */
final class ChunkCheck {
    private final Network network;
    private final Batch whole;
    private final Tensor outputGradient;
    private final int middle;
    private final int end;

    ChunkCheck(Network network, Shape shape, int middle) {
        this.network = network;
        this.whole = TestData.batch(network, shape);
        this.outputGradient = TestData.likeOutput("grad y", network, shape);
        this.middle = middle;
        this.end = shape.timeSteps();
    }

    void run() {
        Execution all = newExecution().forward(whole, States.initial(), Execution.Mode.GRADIENT);
        Execution first = newExecution().forward(chunk(0, middle), States.initial(), Execution.Mode.GRADIENT);
        Execution second = newExecution().forward(chunk(middle, end), first.finalStates(), Execution.Mode.GRADIENT);
        requireSame("output", part(all.output(), 0, middle), first.output());
        requireSame("output", part(all.output(), middle, end), second.output());
        all.finalStates()
                .values()
                .forEach((name, state) ->
                        requireSame(name, state, second.finalStates().get(name)));

        all.backward(outputGradient, States.initial());
        second.backward(part(outputGradient, middle, end), States.initial());
        first.backward(part(outputGradient, 0, middle), second.initialGradients());
        for (Parameter parameter : network.parameters()) {
            String name = parameter.name();
            double[] sum = first.gradients().get(name);
            double[] more = second.gradients().get(name);
            for (int k = 0; k < sum.length; k++) sum[k] += more[k];
            assertArrayEquals(all.gradients().get(name), sum, Tolerances.REORDERED, name);
        }
        if (network.isOneHotInput()) return;
        requireSame("gradient of the input", part(all.inputGradient(), 0, middle), first.inputGradient());
        requireSame("gradient of the input", part(all.inputGradient(), middle, end), second.inputGradient());
    }

    private Execution newExecution() {
        return network.newExecution(new Engine.Options(Optional.empty(), !network.isOneHotInput(), 1));
    }

    private Batch chunk(int from, int to) {
        int[] lengths = Arrays.stream(whole.lengths())
                .map(length -> Math.max(0, Math.min(to, length) - from))
                .toArray();
        Batch chunk = Batch.of(part(whole.input(), from, to), lengths).withExampleIds(whole.exampleIds());
        for (Map.Entry<String, Tensor> side : whole.sides().entrySet()) {
            chunk = chunk.withSide(side.getKey(), part(side.getValue(), from, to));
        }
        return chunk;
    }

    private static Tensor part(Tensor steps, int from, int to) {
        int[] shape = steps.shape();
        int row = steps.length() / shape[0];
        shape[0] = to - from;
        return steps.isIds()
                ? Tensor.ofIds(Arrays.copyOfRange(steps.ids(), from * row, to * row), shape)
                : Tensor.of(Arrays.copyOfRange(steps.doubles(), from * row, to * row), shape);
    }

    private static void requireSame(String what, Tensor expected, Tensor actual) {
        assertArrayEquals(expected.doubles(), actual.doubles(), Tolerances.REORDERED, what);
    }
}
