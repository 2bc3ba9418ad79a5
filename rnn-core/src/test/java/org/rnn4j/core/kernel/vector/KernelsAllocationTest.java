package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.core.kernel.BinaryOp;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.Matrix;
import org.rnn4j.core.kernel.PackedWeights;
import org.rnn4j.core.kernel.Panels;
import org.rnn4j.core.kernel.Product;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.kernel.TernaryOp;
import org.rnn4j.core.kernel.UnaryOp;
import org.rnn4j.core.kernel.WeightGradient;

/**
 * No kernel allocates, once compiled. A kernel that the compiler did not turn into SIMD instructions puts every vector on
 * the heap; it is then 5 to 170 times slower and computes the same, so that nothing but its garbage gives it away.
 */
class KernelsAllocationTest {
    private static final long WARM_UP_CALLS = 100;
    private static final Duration TIME_TO_COMPILE = Duration.ofSeconds(30);
    private static final long CALLS = 50;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Call(String name, Runnable run) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void compiledKernelAllocatesNothing(Call call) {
        assumeTrue(compiles(), "the virtual machine interprets or stops at its first compiler");
        long deadline = System.nanoTime() + TIME_TO_COMPILE.toNanos();
        long allocated = Long.MAX_VALUE;
        while (allocated > 0 && System.nanoTime() < deadline) {
            repeat(call, WARM_UP_CALLS);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            repeat(call, CALLS);
            allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        assertTrue(allocated == 0, call.name() + " still allocates " + allocated + " bytes in " + CALLS + " calls");
    }

    private static void repeat(Call call, long times) {
        for (long i = 0; i < times; i++) {
            call.run().run();
        }
    }

    private static boolean compiles() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(a -> a.equals("-Xint") || a.startsWith("-XX:TieredStopAtLevel"));
    }

    static Stream<Call> calls() {
        Kernels k = new VectorKernels();
        return Stream.of(products(k), gradients(k), elementwise(k), reductions(k), copies(k))
                .flatMap(s -> s);
    }

    private static Stream<Call> products(Kernels k) {
        PanelFixture fixture = new PanelFixture(1);
        PackedWeights w = PackedWeights.allocate(15, 40);
        Panels c = fixture.value(13, 15 * 16);
        return Stream.iterate(1, rows -> rows + 1).limit(13).map(rows -> {
            Product product = new Product().input(fixture.value(rows, 40), rows, 1, 40);
            product.output(w, c).fromZero();
            return new Call("product of " + rows + " rows", () -> k.product(product));
        });
    }

    private static Stream<Call> gradients(Kernels k) {
        PanelFixture fixture = new PanelFixture(2);
        return Stream.iterate(1, n -> n + 1).limit(16).map(n -> {
            WeightGradient g = new WeightGradient()
                    .operands(fixture.value(20, n), fixture.value(20, 100), RowStretches.ofFirst(20));
            g.into(fixture.matrix(n, 100), true);
            return new Call("weight gradient of " + n, () -> k.weightGradient(g));
        });
    }

    private static Stream<Call> elementwise(Kernels k) {
        float[] a = new PanelFixture(3).numbers(264);
        float[] b = new PanelFixture(4).numbers(264);
        float[] out = new float[264];
        Stream<Call> unary =
                Stream.of(UnaryOp.values()).map(op -> new Call("unary " + op, () -> k.unary(op, a, 0, out, 0, 261)));
        Stream<Call> binary = Stream.of(BinaryOp.values())
                .map(op -> new Call("binary " + op, () -> k.binary(op, a, 0, b, 0, out, 0, 261)));
        Stream<Call> binaryScalar = Stream.of(BinaryOp.values())
                .map(op -> new Call("binaryScalar " + op, () -> k.binaryScalar(op, a, 0, 2f, out, 0, 261)));
        Stream<Call> binaryRow = Stream.of(BinaryOp.values())
                .map(op -> new Call("binaryRow " + op, () -> k.binaryRow(op, a, 0, b, 0, out, 0, 256)));
        Stream<Call> ternary = Stream.of(TernaryOp.values())
                .map(op -> new Call("ternary " + op, () -> k.ternary(op, a, 0, b, 0, b, 3, out, 0, 261)));
        return Stream.of(unary, binary, binaryScalar, binaryRow, ternary, panels(k))
                .flatMap(s -> s);
    }

    /** The same functions of several panels. */
    private static Stream<Call> panels(Kernels k) {
        PanelFixture fixture = new PanelFixture(7);
        Panels a = fixture.value(9, 75);
        Panels b = fixture.value(9, 75);
        Panels out = fixture.value(9, 75);
        int n = 9 * 16;
        Stream<Call> unary =
                Stream.of(UnaryOp.values()).map(op -> new Call("panels unary " + op, () -> k.unary(op, a, out, 4, n)));
        Stream<Call> binary = Stream.of(BinaryOp.values())
                .map(op -> new Call("panels binary " + op, () -> k.binary(op, a, b, out, 4, n)));
        Stream<Call> binaryScalar = Stream.of(BinaryOp.values())
                .map(op -> new Call("panels binaryScalar " + op, () -> k.binaryScalar(op, a, 2f, out, 4, n)));
        Stream<Call> binaryRow = Stream.of(BinaryOp.values())
                .map(op -> new Call("panels binaryRow " + op, () -> k.binaryRow(op, a, b, out, 4, n)));
        Stream<Call> ternary = Stream.of(TernaryOp.values())
                .map(op -> new Call("panels ternary " + op, () -> k.ternary(op, a, b, b, out, 4, n)));
        return Stream.of(unary, binary, binaryScalar, binaryRow, ternary).flatMap(s -> s);
    }

    private static Stream<Call> reductions(Kernels k) {
        PanelFixture fixture = new PanelFixture(5);
        Panels a = fixture.value(20, 75);
        Panels out = fixture.value(20, 75);
        float[] splat = new float[640];
        RowStretches few = RowStretches.of(new int[] {11, 0}, new int[] {9, 7});
        return Stream.of(
                new Call("rowSum", () -> k.rowSum(a, 20, 75, splat, 0)),
                new Call("rowMax", () -> k.rowMax(a, 20, 75, splat, 0)),
                new Call("softmax", () -> k.softmax(a, out, 20, 75, splat, 0)),
                new Call("logSoftmax", () -> k.logSoftmax(a, out, 20, 75, splat, 0)),
                new Call("columnSums", () -> k.columnSums(a, few, 75, splat, 0, false)),
                new Call("sumOfSquares", () -> k.sumOfSquares(splat, 0, 640)),
                new Call("isFinite", () -> k.isFinite(splat, 0, 640)));
    }

    private static Stream<Call> copies(Kernels k) {
        PanelFixture fixture = new PanelFixture(6);
        Panels a = fixture.value(20, 75);
        Panels out = fixture.value(20, 75);
        Matrix table = fixture.matrix(20, 75);
        int[] ids = fixture.ids(20, 20);
        float[] splat = new float[320];
        PackedWeights w = PackedWeights.allocate(5, 75);
        return Stream.of(
                new Call("packWeights", () -> k.packWeights(table, w, 0, 0)),
                new Call("packTransposed", () -> k.packTransposed(table, w, 0, 0)),
                new Call("gather", () -> k.gather(table, ids, 0, out, 20)),
                new Call("gatherAdd", () -> k.gatherAdd(table, ids, 0, out, 20)),
                new Call("scatterAdd", () -> k.scatterAdd(a, 20, ids, 0, table)),
                new Call("pick", () -> k.pick(a, ids, 0, 20, splat, 0)),
                new Call("oneHot", () -> k.oneHot(ids, 0, splat, 0, out, 20, 75)),
                new Call("oneHotAdd", () -> k.oneHotAdd(ids, 0, splat, 0, out, 20)),
                new Call("toPanels", () -> k.toPanels(table, out)),
                new Call("fromPanels", () -> k.fromPanels(a, table)),
                new Call("copyColumns", () -> k.copyColumns(a, 3, out, 16, 40, 20)),
                new Call("addColumns", () -> k.addColumns(a, 3, out, 16, 40, 20)),
                new Call("copyColumn", () -> k.copyColumn(a, 3, splat, 0, 20)));
    }
}
