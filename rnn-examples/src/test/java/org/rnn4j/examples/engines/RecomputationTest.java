package org.rnn4j.examples.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.engine.simd.SimdEngine;

/** What a backward run has used up, or was never kept, is computed again to the same bits. */
final class RecomputationTest {
    /** One segment, several, segments of other numbers of examples, and examples that take no step. */
    private static final List<Episode> EPISODES = List.of(
            Episode.of(1, 1),
            Episode.of(10, 10, 10).withDropout(),
            Episode.of(11, 3, 11, 0, 7, 8).withPassedStates(),
            new Episode(17, IntStream.range(0, 45).map(k -> (k * 7) % 18).toArray(), true, true));

    static Stream<Model> models() {
        List<Model> models = new ArrayList<>();
        Cells.ofSize(20).forEach((name, cell) -> models.add(Model.of(name, 6, false, cell)));
        Cells.fewOfSize(130).forEach((name, cell) -> models.add(Model.of(name + " of 130", 50, true, cell)));
        OwnCells.ofSize(20).forEach((name, cell) -> models.add(Model.of(name, 6, false, cell)));
        OwnCells.onIndices(20).forEach((name, cell) -> models.add(Model.of(name, 6, true, cell)));
        Layers.ofSize(20).forEach((name, layers) -> models.add(new Model(name, 6, false, layers)));
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void recomputingChangesNoBit(Model model) {
        for (int threads : new int[] {1, 2}) {
            Results kept = new Results(new SimdEngine(), model, threads, false);
            Results recomputed = new Results(new SimdEngine(), model, threads, true);
            for (Episode episode : EPISODES) {
                assertSameBits(
                        model + ", " + threads + " threads, " + episode, kept.of(episode), recomputed.of(episode));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void recomputingLeavesNamedValues(Model model) {
        Results kept = new Results(new SimdEngine(), model, 1, false);
        Results recomputed = new Results(new SimdEngine(), model, 1, true);
        assertSameBits(model.toString(), kept.named(EPISODES.get(2)), recomputed.named(EPISODES.get(2)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyBackwardRunGivesTheSame(Model model) {
        for (Engine engine : List.of(new SimdEngine(), new ReferenceEngine())) {
            for (boolean recompute : new boolean[] {false, true}) {
                List<Map<String, Tensor>> runs =
                        new Results(engine, model, 1, recompute).backwardAgain(EPISODES.get(2));
                for (Map<String, Tensor> run : runs) assertSameBits(engine.name() + ", " + model, runs.get(0), run);
            }
        }
    }

    private static void assertSameBits(String what, Map<String, Tensor> expected, Map<String, Tensor> actual) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach((name, tensor) ->
                assertArrayEquals(tensor.doubles(), actual.get(name).doubles(), () -> what + ", " + name));
    }
}
