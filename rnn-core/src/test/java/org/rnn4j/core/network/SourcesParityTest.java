package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;

/** Both engines agree on networks that read several things; no bit depends on threads, padding or other examples. */
class SourcesParityTest {
    /** Sums of at most a few dozen numbers of size 1 in float32. */
    private static final double PARITY = 2e-5;

    static Stream<String> names() {
        return Stream.concat(SourceLayers.layers().keySet().stream(), MemoryLayers.layers().keySet().stream());
    }

    private static Network network(String name, Precision precision) {
        return network(() -> SourceLayers.named(name), precision);
    }

    static Network network(Supplier<Layer> layer, Precision precision) {
        return PairBatches.builder().layer(layer.get()).precision(precision).build();
    }

    /** Output, input gradient, final states and gradients of parameters, in a training run. */
    static Map<String, Tensor> results(Network network, int threads, int padding, int... examples) {
        return results(network, new Engine.Options(Optional.empty(), true, threads), padding, examples);
    }

    private static Map<String, Tensor> results(Network network, Engine.Options options, int padding, int... examples) {
        Map<String, Tensor> results = new LinkedHashMap<>();
        Execution run = network.newExecution(options);
        Batch batch = PairBatches.of(padding, examples);
        for (int again = 0; again < 2; again++) {
            run.forward(batch, States.initial(), Execution.Mode.training(9, 5));
            run.gradients().clear();
            run.backward(cotangent(network, batch, padding, examples), stateGradients(run, examples));
        }
        results.put("output", run.output());
        results.put("input gradient", run.inputGradient());
        run.finalStates().values().forEach((state, tensor) -> results.put("final " + state, tensor));
        for (Parameter p : network.parameters()) {
            double[] gradient = run.gradients().get(p.name());
            results.put("gradient of " + p.name(), Tensor.of(gradient, gradient.length));
        }
        return results;
    }

    private static Tensor cotangent(Network network, Batch batch, int padding, int... examples) {
        int size = network.outputSize();
        return network.outputHasTime()
                ? PairBatches.numbers("dy", size, padding, batch.lengths(), examples)
                : PairBatches.vectors("dy", size, examples);
    }

    private static States stateGradients(Execution run, int... examples) {
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        run.finalStates()
                .values()
                .forEach((name, state) -> gradients.put(name, stateGradient("d" + name, state, examples)));
        return new States(gradients);
    }

    /** Of a state at the positions of a memory, also past its length, where nobody may look. */
    private static Tensor stateGradient(String name, Tensor state, int... examples) {
        int size = state.extent(state.rank() - 1);
        if (state.rank() == 2) return PairBatches.vectors(name, size, examples);
        int[] lengths = new int[examples.length];
        Arrays.fill(lengths, state.extent(0));
        return PairBatches.numbers(name, size, 0, lengths, examples);
    }

    static void assertParity(Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, tensor) -> {
            double[] right = tensor.doubles();
            double largest =
                    Math.max(1, Arrays.stream(right).map(Math::abs).max().orElse(1));
            assertArrayEquals(right, actual.get(name).doubles(), PARITY * largest, name);
        });
    }

    static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, tensor) ->
                assertArrayEquals(tensor.doubles(), actual.get(name).doubles(), name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void enginesAgree(String name) {
        int[] all = IntStream.range(0, PairBatches.count()).toArray();
        assertParity(
                results(network(name, Precision.FLOAT64), 1, 0, all),
                results(network(name, Precision.FLOAT32), 1, 0, all));
    }

    @ParameterizedTest
    @MethodSource("names")
    void threadsChangeNoBit(String name) {
        int[] many = IntStream.range(0, 40).toArray();
        Network network = network(name, Precision.FLOAT32);
        Map<String, Tensor> one = results(network, 1, 0, many);
        assertSame(one, results(network, 2, 0, many));
        assertSame(one, results(network, 3, 0, many));
    }

    @ParameterizedTest
    @MethodSource("names")
    void recomputingChangesNoBit(String name) {
        int[] many = IntStream.range(0, 40).toArray();
        Network network = network(name, Precision.FLOAT32);
        Engine.Options options = new Engine.Options(Optional.empty(), true, 2);
        assertSame(results(network, options, 0, many), results(network, options.withRecompute(true), 0, many));
    }

    @ParameterizedTest
    @MethodSource("names")
    void otherExamplesAndPaddingChangeNoBitOfAnOutput(String name) {
        for (Precision precision : Precision.values()) {
            Network network = network(name, precision);
            Map<String, Tensor> together = results(network, 1, 2, 4, 0, 6, 3, 2, 5, 1);
            int place = 0;
            for (int example : new int[] {4, 0, 6, 3, 2, 5, 1}) {
                Map<String, Tensor> alone = results(network, 1, 0, example);
                for (Map.Entry<String, Tensor> each : alone.entrySet()) {
                    if (each.getKey().startsWith("gradient of")) continue;
                    Tensor all = together.get(each.getKey());
                    int steps = all.rank() == 3 ? each.getValue().extent(0) : 1;
                    int size = all.extent(all.rank() - 1);
                    for (int k = 0; k < steps * size; k++) {
                        double found = all.get((k / size * 7 + place) * size + k % size);
                        assertEquals(each.getValue().get(k), found, each.getKey() + " of example " + example);
                    }
                }
                place++;
            }
        }
    }
}
