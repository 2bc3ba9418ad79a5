package org.rnn4j.examples.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Loss;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Updater;
import org.rnn4j.core.engine.Weights;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.engine.simd.SimdEngine;
import org.rnn4j.core.trace.SequenceGraph;

/** No bit depends on the number of threads, on the batches before, nor on which of two equal runs it is. */
final class ThreadInvarianceTest {
    /** So few rows that threads share one, and so many that each has its own. */
    private static final List<Episode> EPISODES = List.of(
            Episode.of(3, 3).withDropout(),
            Episode.of(4, 4, 0, 2).withPassedStates(),
            new Episode(9, IntStream.range(0, 45).map(k -> (k * 7) % 10).toArray(), true, true));

    private static final int UPDATES = 3;

    static Stream<Model> models() {
        List<Model> models = new ArrayList<>();
        for (int size : new int[] {3, 130}) {
            Cells.fewOfSize(size).forEach((name, cell) -> {
                models.add(Model.of(name + " of " + size, 6, false, cell));
                models.add(Model.of(name + " of " + size, 50, true, cell));
            });
        }
        for (int size : new int[] {20, 130}) {
            OwnCells.ofSize(size).forEach((name, cell) -> models.add(Model.of(name + " of " + size, 6, false, cell)));
        }
        // The gradient of a table is kept as rows.
        Cells.fewOfSize(20).forEach((name, cell) -> models.add(Model.of(name + " of many", 1100, true, cell)));
        OwnCells.onIndices(20).forEach((name, cell) -> models.add(Model.of(name, 6, true, cell)));
        Layers.ofSize(20).forEach((name, layers) -> models.add(new Model(name, 6, false, layers)));
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void threadsChangeNoBit(Model model) {
        List<Map<String, Tensor>> one = runs(new SimdEngine(), model, 1);
        for (int threads : new int[] {1, 2, 3}) {
            List<Map<String, Tensor>> many = runs(new SimdEngine(), model, threads);
            for (int k = 0; k < one.size(); k++) {
                assertSameBits(model + ", " + threads + " threads, " + EPISODES.get(k), one.get(k), many.get(k));
            }
        }
    }

    /** Smaller batches after a larger one, which leave everything where it is, and a larger one after them. */
    @ParameterizedTest
    @MethodSource("models")
    void batchesBeforeChangeNoBit(Model model) {
        int[] lengths = IntStream.range(0, 45).map(k -> 8 - k * 3 % 8).toArray();
        Episode other = Episode.of(8, lengths);
        List<Episode> episodes =
                List.of(EPISODES.get(0), EPISODES.get(2), other, EPISODES.get(0), EPISODES.get(1), EPISODES.get(2));
        for (int threads : new int[] {1, 3}) {
            Results used = new Results(new SimdEngine(), model, threads);
            for (Episode episode : episodes) {
                String what = model + ", " + threads + " threads, " + episode;
                Results fresh = new Results(new SimdEngine(), model, threads);
                assertSameBits(what, fresh.of(episode), used.of(episode));
            }
            for (Episode episode : episodes) {
                Results fresh = new Results(new SimdEngine(), model, threads);
                assertSameBits(model + " inference " + episode, fresh.inference(episode), used.inference(episode));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void threadsChangeNoBitOfInference(Model model) {
        Results one = new Results(new SimdEngine(), model, 1);
        for (int threads : new int[] {2, 3}) {
            Results many = new Results(new SimdEngine(), model, threads);
            for (Episode episode : EPISODES) {
                assertSameBits(
                        model + ", " + threads + " threads, " + episode,
                        one.inference(episode),
                        many.inference(episode));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void threadsChangeNoBitOfTraining(Model model) {
        Map<String, Tensor> one = trained(new SimdEngine(), model, 1);
        for (int threads : new int[] {1, 2, 3}) {
            assertSameBits(model + ", " + threads + " threads", one, trained(new SimdEngine(), model, threads));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalRunsGiveEqualBitsInFloat64(Model model) {
        assertSameBits(
                model.toString(), trained(new ReferenceEngine(), model, 1), trained(new ReferenceEngine(), model, 3));
    }

    private static List<Map<String, Tensor>> runs(Engine engine, Model model, int threads) {
        Results results = new Results(engine, model, threads);
        return EPISODES.stream().map(results::of).toList();
    }

    /** The weights after a few updates. */
    private static Map<String, Tensor> trained(Engine engine, Model model, int threads) {
        SequenceGraph graph = model.graph();
        Loss loss = model.oneHot() ? SoftmaxCrossEntropyLoss.of() : MeanSquaredErrorLoss.of();
        Weights weights = engine.newWeights(graph);
        Model.draw(weights);
        Execution execution = engine.compile(graph, new Engine.Options(Optional.of(loss), false, threads))
                .newExecution(weights);
        Updater updater = engine.newUpdater(Adam.of(), weights);
        for (int step = 0; step < UPDATES; step++) {
            Episode episode = EPISODES.get((step + 1) % EPISODES.size());
            Batch batch = episode.withTarget(episode.batch(graph), graph.output(), model.oneHot());
            execution.forward(batch, States.initial(), Execution.Mode.training(1, step));
            execution.loss();
            execution.gradients().clear();
            execution.backward();
            updater.update(execution.gradients(), 0.01);
        }
        Map<String, Tensor> after = new LinkedHashMap<>();
        for (Parameter p : graph.parameters()) after.put(p.name(), Tensor.of(weights.get(p.name()), p.length()));
        return after;
    }

    private static void assertSameBits(String what, Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach((name, tensor) ->
                assertArrayEquals(tensor.doubles(), actual.get(name).doubles(), () -> what + ", " + name));
    }
}
