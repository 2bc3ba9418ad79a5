package org.rnn4j.examples.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.reference.ReferenceEngine;
import org.rnn4j.core.engine.simd.SimdEngine;
import org.rnn4j.core.kernel.ScalarKernels;
import org.rnn4j.examples.engines.Examples.Composition;

/** No bit of an example's numbers depends on padding, on the rest of the batch, or on its place in it; nor do dropout masks. */
final class PaddingInvarianceTest {
    private static final List<Composition> COMPOSITIONS = List.of(
            Composition.of(0, 1, 2, 3, 4, 5),
            Composition.of(0, 1, 2, 3, 4, 5).withPadding(4),
            Composition.of(5, 4, 3, 2, 1, 0),
            Composition.of(2, 0).withPadding(1),
            Composition.of(3, 5),
            Composition.of(1, 4, 1, 1, 2, 1),
            Composition.of(4, 0, 3).withPadding(20),
            Composition.ofMany(100));

    static Stream<Model> models() {
        return Stream.concat(ofSize(3), ofSize(17));
    }

    static Stream<Model> modelsOfTwoPanels() {
        return ofSize(17);
    }

    private static Stream<Model> ofSize(int size) {
        List<Model> models = new ArrayList<>();
        Cells.fewOfSize(size).forEach((name, cell) -> {
            models.add(Model.of(name + " of " + size, 6, false, cell));
            models.add(Model.of(name + " of " + size, 6, true, cell));
        });
        OwnCells.ofSize(size).forEach((name, cell) -> models.add(Model.of(name + " of " + size, 6, false, cell)));
        OwnCells.onIndices(size).forEach((name, cell) -> models.add(Model.of(name + " of " + size, 6, true, cell)));
        Layers.ofSize(size).forEach((name, layers) -> models.add(new Model(name + " of " + size, 6, false, layers)));
        Layers.onIndices(size).forEach((name, layers) -> models.add(new Model(name + " of " + size, 6, true, layers)));
        return models.stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void examplesDoNotSeeTheirBatchInFloat64(Model model) {
        check(new ReferenceEngine(), model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void examplesDoNotSeeTheirBatchInFloat32(Model model) {
        check(new SimdEngine(), model);
    }

    @ParameterizedTest
    @MethodSource("modelsOfTwoPanels")
    void examplesDoNotSeeTheirBatchOnScalarKernels(Model model) {
        check(new SimdEngine(new ScalarKernels()), model);
    }

    private static void check(Engine engine, Model model) {
        Examples examples = new Examples(engine, model);
        Map<Integer, Map<String, double[]>> alone = new HashMap<>();
        for (int example : Examples.all()) alone.putAll(examples.of(Composition.of(example)));
        for (Composition batch : COMPOSITIONS) {
            examples.of(batch).forEach((example, found) -> {
                Map<String, double[]> expected = alone.get(example);
                assertEquals(expected.keySet(), found.keySet());
                expected.forEach((name, numbers) -> assertArrayEquals(
                        numbers, found.get(name), () -> model + ", " + batch + ", example " + example + ": " + name));
            });
        }
    }
}
