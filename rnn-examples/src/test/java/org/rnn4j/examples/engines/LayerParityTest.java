package org.rnn4j.examples.engines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Layer;

/** The simd engine gives the numbers of the reference engine, for every layer at awkward sizes. */
final class LayerParityTest {
    private static final int VOCABULARY = 5;

    private static final List<Episode> EPISODES = List.of(
            Episode.of(5, 5, 0, 3, 1, 5, 2, 4).withDropout(),
            Episode.of(1, 1),
            Episode.of(6, 4, 6).withPassedStates());

    static Stream<Case> smallLayers() {
        return Stream.of(1, 3, 7, 8, 13, 16, 17, 31)
                .flatMap(size -> Layers.ofSize(size).entrySet().stream()
                        .map(e -> new Case(new Model(e.getKey(), size + 2, false, e.getValue()), size)));
    }

    /** Indices concern the lowest stage only, so that fewer sizes tell all. */
    static Stream<Case> layersOnIndices() {
        return Stream.of(1, 16, 31).flatMap(size -> {
            Map<String, List<Layer>> layers = new LinkedHashMap<>(Layers.ofSize(size));
            layers.remove("without parameters");
            layers.putAll(Layers.onIndices(size));
            return layers.entrySet().stream()
                    .map(e -> new Case(new Model(e.getKey(), VOCABULARY, true, e.getValue()), size));
        });
    }

    static Stream<Case> largeLayers() {
        return Stream.of(64, 100, 207)
                .flatMap(size -> Layers.ofSize(size).entrySet().stream()
                        .filter(e -> e.getKey().startsWith("bidirectional concat")
                                || e.getKey().startsWith("deep with")
                                || e.getKey().startsWith("layerNorm")
                                || e.getKey().startsWith("all pools"))
                        .map(e -> new Case(new Model(e.getKey(), size + 1, false, e.getValue()), size)));
    }

    @ParameterizedTest
    @MethodSource({"smallLayers", "layersOnIndices"})
    void simdEqualsReference(Case each) {
        Parity.check(each.model(), each.size(), EPISODES);
    }

    @ParameterizedTest
    @MethodSource("largeLayers")
    void simdEqualsReferenceAtLargeSizes(Case each) {
        Parity.check(
                each.model(),
                each.size(),
                List.of(Episode.of(4, 4, 1, 3, 0, 4, 2, 4).withDropout()));
    }
}
