package org.rnn4j.benchmarks.kernel;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.PanelLayout;
import org.rnn4j.core.kernel.Product;

/** The product of a time step, [rows, inner] x [inner, outer], added to what the result holds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
    /** {@code vector}, the kernels of this process, or {@code scalar}. */
    @Param("vector")
    public String kernels = "vector";

    /** Rows: the batch. */
    @Param({"1", "20", "32", "64"})
    public int rows = 1;

    /** Input columns and output columns, as in an LSTM of 50, 256 and 512. */
    @Param({"50x200", "256x1024", "512x2048"})
    public String sizes = "50x200";

    private Kernels chosen = Operands.kernels("scalar");
    private Product product = new Product();

    /** Makes operands. */
    @Setup
    public void prepare() {
        int inner = Operands.size(sizes, 0);
        int outer = Operands.size(sizes, 1);
        PackedWeights weights = PackedWeights.allocate(PanelLayout.panels(outer), inner);
        Arrays.fill(weights.array(), 1e-3f);
        chosen = Operands.kernels(kernels);
        product = new Product()
                .input(Operands.panels(inner, rows), rows, 1, inner)
                .output(weights, Operands.panels(outer, rows))
                .accumulate();
    }

    /** One product. */
    @Benchmark
    public void product() {
        chosen.product(product);
    }
}
