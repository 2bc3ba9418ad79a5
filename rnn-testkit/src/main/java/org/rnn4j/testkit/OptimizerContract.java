package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Optimizer;
import org.rnn4j.core.engine.Precision;

/** What every optimizer must keep; a test class that implements it is the test. */
public interface OptimizerContract {
    /** The optimizers to check, by a name for the report. */
    Map<String, Optimizer> optimizers();

    /** A learning rate with which each of them makes progress in fifty updates. */
    default double learningRate() {
        return 0.01;
    }

    /** Σ p² becomes less. */
    @TestFactory
    default Stream<DynamicTest> squaresBecomeSmaller() {
        return forEach(optimizer -> {
            Descent descent = new Descent(optimizer, Precision.FLOAT64);
            double before = descent.squares();
            descent.run(50, learningRate());
            assertTrue(descent.squares() < before, () -> before + " became " + descent.squares());
        });
    }

    /** A gradient of zero is no reason for numbers that are none. */
    @TestFactory
    default Stream<DynamicTest> zeroGradientsGiveFiniteParameters() {
        return forEach(optimizer -> {
            Descent descent = new Descent(optimizer, Precision.FLOAT64);
            descent.gradients.clear();
            descent.updater.update(descent.gradients, learningRate());
            assertTrue(Arrays.stream(descent.values()).allMatch(Double::isFinite));
        });
    }

    /** float32 is float64 but for rounding. */
    @TestFactory
    default Stream<DynamicTest> float32EqualsFloat64() {
        return forEach(optimizer -> {
            Descent exact = new Descent(optimizer, Precision.FLOAT64);
            Descent fast = new Descent(optimizer, Precision.FLOAT32);
            exact.run(10, learningRate());
            fast.run(10, learningRate());
            assertArrayEquals(exact.values(), fast.values(), Tolerances.parity(10));
        });
    }

    /** A restored optimizer goes on bit for bit. */
    @TestFactory
    default Stream<DynamicTest> restoredStatesContinueBitForBit() {
        return forEach(optimizer -> {
            for (Precision precision : Precision.values()) {
                Descent whole = new Descent(optimizer, precision);
                whole.run(7, learningRate());
                Descent restored = new Descent(optimizer, precision);
                restored.weights.set(Descent.NAME, whole.values());
                restored.updater.restore(whole.updater.updates(), whole.updater.states());
                whole.run(5, learningRate());
                restored.run(5, learningRate());
                assertArrayEquals(whole.values(), restored.values());
            }
        });
    }

    private Stream<DynamicTest> forEach(java.util.function.Consumer<Optimizer> check) {
        return optimizers().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check.accept(entry.getValue())));
    }
}
