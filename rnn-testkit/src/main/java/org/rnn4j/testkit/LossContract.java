package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** Number of elements of a target, or of classes. */
    default int size() {
        return 4;
    }

    /** A target vector's element, from a normal number: for losses whose targets are limited, such as probabilities. */
    default double target(double normal) {
        return normal;
    }

    /** The gradients with respect to the prediction and to the loss's own parameters, every element, masked steps or not. */
    @TestFactory
    default Stream<DynamicTest> gradientMatchesFiniteDifferences() {
        return forEachShape((loss, shape) -> {
            Network network = network(loss, Precision.FLOAT64);
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
            Network network = network(loss, Precision.FLOAT64);
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

    /** float32 is float64 but for rounding: the loss and all gradients. */
    @TestFactory
    default Stream<DynamicTest> float32EqualsFloat64() {
        return forEachShape((loss, shape) -> {
            Network exact = network(loss, Precision.FLOAT64);
            Network fast = network(loss, Precision.FLOAT32);
            Execution expected = run(exact, batch(exact, loss, shape), loss, 1);
            Execution actual = run(fast, batch(fast, loss, shape), loss, 1);
            double tolerance = Tolerances.parity(shape.timeSteps());
            double value = expected.loss().loss();
            assertEquals(value, actual.loss().loss(), tolerance * Math.max(1, Math.abs(value)));
            assertEquals(expected.loss().weight(), actual.loss().weight(), tolerance * shape.timeSteps());
            assertEquals(expected.loss().steps(), actual.loss().steps());
            gradients(exact, expected)
                    .forEach((name, gradient) -> assertArrayEquals(
                            gradient,
                            gradients(fast, actual).get(name),
                            tolerance * Arrays.stream(gradient).map(Math::abs).reduce(1, Math::max),
                            name));
        });
    }

    /** Any number of threads gives the same bits. */
    @TestFactory
    default Stream<DynamicTest> threadsChangeNothing() {
        return forEachShape((loss, shape) -> {
            Network network = network(loss, Precision.FLOAT32);
            Execution one = run(network, batch(network, loss, shape), loss, 1);
            Execution three = run(network, batch(network, loss, shape), loss, 3);
            assertEquals(one.loss(), three.loss());
            Map<String, double[]> expected = gradients(network, one);
            gradients(network, three)
                    .forEach((name, gradient) -> assertArrayEquals(expected.get(name), gradient, name));
        });
    }

    private static Execution run(Network network, Batch batch, Loss loss, int threads) {
        return network.newExecution(new Engine.Options(Optional.of(loss), true, threads))
                .forward(batch, States.initial(), Execution.Mode.GRADIENT);
    }

    private static Execution.LossSum loss(Network network, Batch batch, Loss loss) {
        return run(network, batch, loss, 1).loss();
    }

    /** The gradients of the input and of the loss's parameters. */
    private static Map<String, double[]> gradients(Network network, Execution run) {
        run.loss();
        run.gradients().clear();
        run.backward();
        Map<String, double[]> gradients = new LinkedHashMap<>();
        gradients.put("input", run.inputGradient().doubles());
        network.parameters()
                .forEach(p -> gradients.put(p.name(), run.gradients().get(p.name())));
        return gradients;
    }

    /** A network whose output is its input, so that the input's gradient is the loss's. */
    private Network network(Loss loss, Precision precision) {
        Network network = Network.builder()
                .vectorInput(loss.outputSize(size()))
                .layer((flow, x) -> flow.map(x, t -> t.output(t.input())))
                .loss(loss)
                .precision(precision)
                .build();
        network.parameters().forEach(p -> network.weights().set(p.name(), TestData.numbers(p.name(), p.length())));
        return network;
    }

    private Batch batch(Network network, Loss loss, Shape shape) {
        Batch batch = TestData.batch(network, shape);
        Tensor indices = TestData.indices(size(), shape);
        if (loss.target() == Loss.Target.CLASS) return batch.withTarget(indices);
        if (loss.target() == Loss.Target.LABELS) {
            // So few labels that they fit into the steps that count.
            return batch.withTarget(
                    indices,
                    Arrays.stream(shape.lengths()).map(length -> length / 3).toArray());
        }
        Tensor normal = TestData.sequences("target", size(), shape);
        double[] targets = Arrays.stream(normal.doubles()).map(this::target).toArray();
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
