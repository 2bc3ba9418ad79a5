package org.rnn4j.benchmarks.layer;

import static org.junit.jupiter.api.Assertions.assertAll;

import org.junit.jupiter.api.Test;

final class LayerBenchmarkTest {
    @Test
    void aRowRuns() {
        LayerBenchmark benchmark = new LayerBenchmark();
        benchmark.prepare();
        assertAll(benchmark::train, benchmark::infer);
    }
}
