package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/** In float64 no bit of an example's numbers depends on padding, on left-over rows, or on the rest of the batch. */
class PaddingInvarianceTest {
    private static final int SIZE = 3;
    private static final int STEPS = 4;
    private static final int[] LENGTHS = {3, 4, 1};

    /** What one example gives and gets. */
    private record Result(double[] output, double[] inputGradient, Map<String, double[]> parameters) {}

    static Stream<String> cells() {
        return TestCells.onVectors().keySet().stream();
    }

    private static Network network(String name) {
        Cell cell = TestCells.onVectors().get(name);
        Layer layer = (flow, x) -> flow.concat(
                flow.scan("ahead", cell, Map.of(), java.util.List.of(x)).output(),
                flow.reverse(flow.scan("back", cell, Map.of(), java.util.List.of(flow.reverse(x)))
                        .output()));
        return Network.builder()
                .vectorInput(SIZE)
                .layer(layer)
                .precision(Precision.FLOAT64)
                .seed(4)
                .build();
    }

    /** Runs examples of the data set in a batch of so many rows and steps, and gives the result of one of them. */
    private static Result result(Network network, int[] examples, int rows, int steps, int wanted) {
        int size = network.outputSize();
        double[] x = filled(steps * rows * SIZE);
        double[] dy = filled(steps * rows * size);
        int[] lengths = new int[rows];
        long[] ids = new long[rows];
        for (int row = 0; row < examples.length; row++) {
            int example = examples[row];
            lengths[row] = LENGTHS[example];
            ids[row] = example;
            for (int t = 0; t < LENGTHS[example]; t++) {
                copy(TestBatches.tensor("x" + example, STEPS, SIZE), t, x, t * rows + row, SIZE);
                copy(TestBatches.tensor("dy" + example, STEPS, size), t, dy, t * rows + row, size);
            }
        }
        Execution run = network.newExecution(new Engine.Options(Optional.empty(), true, 1));
        Batch batch = Batch.of(Tensor.of(x, steps, rows, SIZE), lengths).withExampleIds(ids);
        run.forward(batch, States.initial(), Execution.Mode.training(9, 5));
        run.backward(Tensor.of(dy, steps, rows, size), States.initial());
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (Parameter p : network.parameters())
            parameters.put(p.name(), run.gradients().get(p.name()));
        int row = java.util.stream.IntStream.range(0, examples.length)
                .filter(k -> examples[k] == wanted)
                .findFirst()
                .orElseThrow();
        return new Result(
                row(run.output(), row, LENGTHS[wanted]), row(run.inputGradient(), row, LENGTHS[wanted]), parameters);
    }

    private static double[] filled(int length) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    private static void copy(Tensor from, int step, double[] to, int place, int size) {
        System.arraycopy(from.doubles(), step * size, to, place * size, size);
    }

    private static double[] row(Tensor tensor, int row, int length) {
        int size = tensor.extent(2);
        double[] all = new double[length * size];
        for (int t = 0; t < length; t++) {
            System.arraycopy(tensor.doubles(), (t * tensor.extent(1) + row) * size, all, t * size, size);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void paddingAndLeftOverRowsChangeNoBit(String cell) {
        Network network = network(cell);
        for (int example = 0; example < LENGTHS.length; example++) {
            int[] alone = {example};
            Result exact = result(network, alone, 1, LENGTHS[example], example);
            Result padded = result(network, alone, 4, STEPS + 3, example);
            assertSameBits(exact, padded);
            exact.parameters()
                    .forEach((name, gradient) ->
                            assertBits(gradient, padded.parameters().get(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void orderAndSizeOfTheBatchChangeNoBit(String cell) {
        Network network = network(cell);
        for (int example = 0; example < LENGTHS.length; example++) {
            Result alone = result(network, new int[] {example}, 1, STEPS, example);
            assertSameBits(alone, result(network, new int[] {0, 1, 2}, 3, STEPS, example));
            assertSameBits(alone, result(network, new int[] {2, 0, 1}, 5, STEPS + 1, example));
        }
    }

    private static void assertSameBits(Result expected, Result actual) {
        assertBits(expected.output(), actual.output());
        assertBits(expected.inputGradient(), actual.inputGradient());
    }

    private static void assertBits(double[] expected, double[] actual) {
        assertArrayEquals(
                Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray(),
                Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray());
        assertEquals(expected.length, actual.length);
    }
}
