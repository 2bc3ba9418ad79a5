package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rnn4j.api.Loss;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Engine;
import org.rnn4j.core.engine.Execution;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.GradientReport;
import org.rnn4j.core.network.Network;

/** What every loss must keep; a test class that implements it is the test. */
public interface LossContract {
    /** The losses to check, by a name for the report. */
    Map<String, Loss> losses();

    /** Number of elements of a prediction. */
    default int size() {
        return 4;
    }

    /** A target vector's element, from a normal number: for losses whose targets are limited, such as probabilities. */
    default double target(double normal) {
        return normal;
    }

    /** The gradient with respect to the prediction, every element, for full and for masked batches. */
    @TestFactory
    default Stream<DynamicTest> gradientMatchesFiniteDifferences() {
        return forEachShape((loss, shape) -> {
            Network network = network(Precision.FLOAT64);
            for (Batch batch : new Batch[] {batch(network, loss, shape), masked(network, loss, shape)}) {
                GradientReport report =
                        GradientCheck.of(network, batch).withLoss(loss).run();
                assertTrue(report.worstError() <= Tolerances.GRADIENT, report::toString);
            }
        });
    }

    /** Steps that are masked or past the length are not counted. */
    @TestFactory
    default Stream<DynamicTest> onlyStepsThatCountAreCounted() {
        return forEachShape((loss, shape) -> {
            Network network = network(Precision.FLOAT64);
            Batch batch = masked(network, loss, shape);
            double[] mask = batch.targetMask().orElseThrow().doubles();
            long steps = 0;
            for (int k = 0; k < mask.length; k++) {
                boolean within = k / shape.batchSize() < shape.lengths()[k % shape.batchSize()];
                if (mask[k] != 0 && within) steps++;
            }
            assertEquals(steps, loss(network, batch, loss).steps());
        });
    }

    /** float32 is float64 but for rounding. */
    @TestFactory
    default Stream<DynamicTest> float32EqualsFloat64() {
        return forEachShape((loss, shape) -> {
            Network exact = network(Precision.FLOAT64);
            Network fast = network(Precision.FLOAT32);
            Execution.LossSum expected = loss(exact, batch(exact, loss, shape), loss);
            Execution.LossSum actual = loss(fast, batch(fast, loss, shape), loss);
            double tolerance = Tolerances.parity(shape.timeSteps());
            assertEquals(expected.loss(), actual.loss(), tolerance * Math.max(1, Math.abs(expected.loss())));
            assertEquals(expected.weight(), actual.weight(), tolerance * Math.max(1, expected.weight()));
            assertEquals(expected.steps(), actual.steps());
        });
    }

    private static Execution.LossSum loss(Network network, Batch batch, Loss loss) {
        return network.newExecution(new Engine.Options(Optional.of(loss), true, 1))
                .forward(batch, States.initial(), Execution.Mode.GRADIENT)
                .loss();
    }

    /** A network whose output is its input, so that the input's gradient is the loss's. */
    private Network network(Precision precision) {
        return Network.builder()
                .vectorInput(size())
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input())))
                .precision(precision)
                .build();
    }

    private Batch batch(Network network, Loss loss, Shape shape) {
        Batch batch = TestData.batch(network, shape);
        if (loss.target() == Loss.Target.CLASS) return batch.withTarget(TestData.indices(size(), shape));
        Tensor normal = TestData.sequences("target", size(), shape);
        double[] targets =
                java.util.Arrays.stream(normal.doubles()).map(this::target).toArray();
        return batch.withTarget(Tensor.of(targets, normal.shape()));
    }

    /** The same batch with every third step masked. */
    private Batch masked(Network network, Loss loss, Shape shape) {
        double[] mask = new double[shape.timeSteps() * shape.batchSize()];
        for (int k = 0; k < mask.length; k++) mask[k] = k % 3 == 1 ? 0 : 1;
        return batch(network, loss, shape).withTargetMask(Tensor.of(mask, shape.timeSteps(), shape.batchSize()));
    }

    private Stream<DynamicTest> forEachShape(java.util.function.BiConsumer<Loss, Shape> check) {
        return losses().entrySet().stream()
                .flatMap(entry -> Shape.ALL.stream()
                        .map(shape -> DynamicTest.dynamicTest(
                                entry.getKey() + ", " + shape, () -> check.accept(entry.getValue(), shape))));
    }
}
