package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;

/** Gradients of networks that read several things of different lengths, element by element. */
class SourcesGradientTest {
    static Stream<String> names() {
        return Stream.concat(SourceLayers.layers().keySet().stream(), MemoryLayers.layers().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void gradientMatchesFiniteDifferences(String name) {
        Network network = PairBatches.builder()
                .layer(SourceLayers.named(name))
                .precision(Precision.FLOAT64)
                .build();
        Batch batch = PairBatches.all();
        assertSmallErrors(GradientCheck.of(network, batch).run(), network);
        assertSmallErrors(GradientCheck.of(network, batch).withDropout(3, 1).run(), network);
        assertSmallErrors(
                GradientCheck.of(network, batch)
                        .withInitial(TestBatches.states(network, batch))
                        .run(),
                network);
    }

    private static void assertSmallErrors(GradientReport report, Network network) {
        assertTrue(report.worstError() <= Tolerances.GRADIENT, () -> report + network.describePlan());
    }
}
