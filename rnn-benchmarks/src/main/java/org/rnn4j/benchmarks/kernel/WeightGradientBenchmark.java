package org.rnn4j.benchmarks.kernel;

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
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.WeightGradient;

/** The gradient of one gate's matrix over the steps of a whole batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WeightGradientBenchmark {
    /** {@code vector}, the kernels of this process, or {@code scalar}. */
    @Param("vector")
    public String kernels = "vector";

    /** Rows: examples times steps. */
    @Param({"512", "2500"})
    public int rows = 512;

    /** Rows and columns of the matrix. */
    @Param({"50x27", "128x128", "512x512"})
    public String sizes = "50x27";

    private Kernels chosen = Operands.kernels("scalar");
    private WeightGradient gradient = new WeightGradient();

    /** Makes operands. */
    @Setup
    public void prepare() {
        int n = Operands.size(sizes, 0);
        int k = Operands.size(sizes, 1);
        chosen = Operands.kernels(kernels);
        gradient = new WeightGradient()
                .operands(Operands.panels(n, rows), Operands.panels(k, rows), RowStretches.ofFirst(rows))
                .into(new Matrix(new float[n * k], 0, n, k), false);
    }

    /** One gradient. */
    @Benchmark
    public void weightGradient() {
        chosen.weightGradient(gradient);
    }
}
