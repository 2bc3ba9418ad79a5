package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Cell;

/** A step of a session allocates nothing, once the virtual machine has compiled it. */
class SessionAllocationTest {
    private static final int WARM_UP_STEPS = 2_000;
    private static final int STEPS = 1_000;
    private static final Duration TIME_TO_COMPILE = Duration.ofSeconds(20);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Subject(String name, Runnable step) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void warmStepAllocatesNothing(Subject subject) {
        assumeTrue(compiles(), "the virtual machine interprets or stops at its first compiler");
        long deadline = System.nanoTime() + TIME_TO_COMPILE.toNanos();
        long allocated = Long.MAX_VALUE;
        while (allocated > 0 && System.nanoTime() < deadline) {
            repeat(subject, WARM_UP_STEPS);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            repeat(subject, STEPS);
            allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        assertEquals(0, allocated, subject.name() + ": bytes in " + STEPS + " steps");
    }

    private static void repeat(Subject subject, int times) {
        for (int i = 0; i < times; i++) subject.step().run();
    }

    private static boolean compiles() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(a -> a.equals("-Xint") || a.startsWith("-XX:TieredStopAtLevel"));
    }

    static Stream<Subject> subjects() {
        Stream<Subject> vectors = TestCells.onVectors().entrySet().stream().map(SessionAllocationTest::onVectors);
        Stream<Subject> indices = TestCells.onIndices().entrySet().stream().map(SessionAllocationTest::onIndices);
        return Stream.concat(vectors, indices);
    }

    /** Two layers of a cell, so that one reads what the other gives. */
    private static Subject onVectors(Map.Entry<String, Cell> entry) {
        Cell cell = entry.getValue();
        Network network = Network.builder()
                .vectorInput(3)
                .layer((flow, x) -> flow.scan(cell, x))
                .layer((flow, x) -> flow.scan(TestCells::elman, x))
                .build();
        Session session = network.newSession();
        float[] x = new float[3];
        float[] y = new float[network.outputSize()];
        Arrays.fill(x, 0.1f);
        return new Subject(entry.getKey(), () -> session.step(x, y));
    }

    private static Subject onIndices(Map.Entry<String, Cell> entry) {
        Cell cell = entry.getValue();
        Network network = Network.builder()
                .oneHotInput(4)
                .layer((flow, x) -> flow.scan(cell, x))
                .build();
        Session session = network.newSession();
        float[] y = new float[network.outputSize()];
        return new Subject(entry.getKey(), () -> session.step(3, y));
    }
}
