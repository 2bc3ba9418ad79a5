package org.rnn4j.benchmarks.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;
import org.rnn4j.core.kernel.UnaryOp;

/** Every benchmark runs; how fast is not a test's business. */
final class KernelBenchmarksTest {
    @Test
    void productsRun() {
        ProductBenchmark benchmark = new ProductBenchmark();
        benchmark.prepare();
        assertDoesNotThrow(benchmark::product);
    }

    @Test
    void weightGradientsRun() {
        WeightGradientBenchmark benchmark = new WeightGradientBenchmark();
        benchmark.prepare();
        assertDoesNotThrow(benchmark::weightGradient);
    }

    @Test
    void functionsRun() {
        ElementwiseBenchmark benchmark = new ElementwiseBenchmark();
        benchmark.function = UnaryOp.TANH;
        benchmark.prepare();
        assertAll(benchmark::unary, benchmark::multiply, benchmark::ternary);
    }
}
