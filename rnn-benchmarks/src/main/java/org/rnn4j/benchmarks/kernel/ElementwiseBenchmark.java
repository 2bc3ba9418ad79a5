package org.rnn4j.benchmarks.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;

/** Functions of single elements, in nanoseconds an element, over a block that stays in the first cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementwiseBenchmark {
    private static final int LENGTH = 1024;

    /** {@code vector}, the kernels of this process, or {@code scalar}. */
    @Param("vector")
    public String kernels = "vector";

    /** The function of one operand. */
    @Param({"COPY", "SIGMOID", "TANH", "EXP", "LOG", "SOFTPLUS"})
    public UnaryOp function = UnaryOp.COPY;

    private final float[] a = new float[LENGTH];
    private final float[] b = new float[LENGTH];
    private final float[] out = new float[LENGTH];
    private Kernels chosen = Operands.kernels("scalar");

    /** Makes operands. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < LENGTH; k++) {
            a[k] = (float) (0.1 + 4 * random.nextDouble());
            b[k] = (float) random.nextDouble();
        }
        chosen = Operands.kernels(kernels);
    }

    /** A function of one operand. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void unary() {
        chosen.unary(function, a, 0, out, 0, LENGTH);
    }

    /** A product of two operands; the function does not matter. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void multiply() {
        chosen.binary(BinaryOp.MULTIPLY, a, 0, b, 0, out, 0, LENGTH);
    }

    /** The first operation of three operands; the function does not matter. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public void ternary() {
        chosen.ternary(TernaryOp.values()[0], a, 0, b, 0, a, 0, out, 0, LENGTH);
    }
}
