package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/** A run in chunks that carry their states on is the run over the whole; its gradients are, if they are carried back. */
class TruncatedBpttGradientTest {
    private static final int SIZE = 3;
    private static final int[] LENGTHS = {5, 2, 0, 3};
    private static final int STEPS = 5;
    private static final int CHUNK = 3;

    static Stream<String> cells() {
        return TestCells.onVectors().keySet().stream();
    }

    private static Network network(String cell) {
        return Network.builder()
                .vectorInput(SIZE)
                .layer((flow, x) -> flow.scan(TestCells.onVectors().get(cell), x))
                .precision(Precision.FLOAT64)
                .seed(2)
                .build();
    }

    /** Steps from..to of the whole batch. */
    private static Batch chunk(Batch whole, int from, int to) {
        int[] lengths = whole.lengths();
        for (int b = 0; b < lengths.length; b++) lengths[b] = Math.max(0, Math.min(to, lengths[b]) - from);
        return Batch.of(part(whole.input(), from, to), lengths);
    }

    private static Tensor part(Tensor steps, int from, int to) {
        int row = steps.length() / steps.extent(0);
        double[] data = java.util.Arrays.copyOfRange(steps.doubles(), from * row, to * row);
        return Tensor.of(data, to - from, steps.extent(1), steps.extent(2));
    }

    private static Execution execution(Network network) {
        return network.newExecution(new Engine.Options(Optional.empty(), true, 1));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void chunksWithCarriedStatesEqualTheWhole(String cell) {
        Network network = network(cell);
        Batch whole = TestBatches.vectors(STEPS, SIZE, LENGTHS);
        Execution all = execution(network);
        all.forward(whole, States.initial(), Execution.Mode.GRADIENT);
        Tensor cotangent = TestBatches.tensor("y", all.output().shape());
        all.backward(cotangent, States.initial());

        Execution first = execution(network);
        Execution second = execution(network);
        first.forward(chunk(whole, 0, CHUNK), States.initial(), Execution.Mode.GRADIENT);
        second.forward(chunk(whole, CHUNK, STEPS), first.finalStates(), Execution.Mode.GRADIENT);
        assertSame(part(all.output(), 0, CHUNK), first.output());
        assertSame(part(all.output(), CHUNK, STEPS), second.output());
        all.finalStates()
                .values()
                .forEach((name, state) -> assertSame(state, second.finalStates().get(name)));

        second.backward(part(cotangent, CHUNK, STEPS), States.initial());
        first.backward(part(cotangent, 0, CHUNK), second.initialGradients());
        assertClose(part(all.inputGradient(), 0, CHUNK), first.inputGradient());
        assertClose(part(all.inputGradient(), CHUNK, STEPS), second.inputGradient());
        for (Parameter parameter : network.parameters()) {
            double[] sum = first.gradients().get(parameter.name());
            double[] more = second.gradients().get(parameter.name());
            for (int k = 0; k < sum.length; k++) sum[k] += more[k];
            assertArrayEquals(all.gradients().get(parameter.name()), sum, Tolerances.REORDERED, parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void truncatedGradientTakesCarriedStatesAsGiven(String cell) {
        Network network = network(cell);
        Batch whole = TestBatches.vectors(STEPS, SIZE, LENGTHS);
        States carried = network.run(chunk(whole, 0, CHUNK), States.initial()).finalStates();
        GradientReport report = GradientCheck.of(network, chunk(whole, CHUNK, STEPS))
                .withInitial(carried)
                .run();
        org.junit.jupiter.api.Assertions.assertTrue(report.worstError() <= Tolerances.GRADIENT, report::toString);
    }

    private static void assertSame(Tensor expected, Tensor actual) {
        assertArrayEquals(expected.doubles(), actual.doubles());
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertArrayEquals(expected.doubles(), actual.doubles(), Tolerances.REORDERED);
    }
}
