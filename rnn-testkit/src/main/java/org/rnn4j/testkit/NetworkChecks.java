package org.rnn4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.engine.States;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.network.GradientCheck;
import org.rnn4j.core.network.GradientReport;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.Session;

/** What holds for every network; each check fails with an assertion of JUnit. */
public final class NetworkChecks {
    private static final int LEFT_OVER = 97;

    private NetworkChecks() {}

    /** Gradients of all parameters, of the input and of the initial states equal finite differences, element by element. */
    public static void gradient(Network network, Shape shape) {
        Batch batch = TestData.batch(network, shape);
        GradientCheck check = GradientCheck.of(network, batch).withDropout(6, 3);
        requireSmall(check.run());
        requireSmall(check.withInitial(TestData.states(network, shape)).run());
    }

    private static void requireSmall(GradientReport report) {
        assertTrue(report.worstError() <= Tolerances.GRADIENT, report::toString);
    }

    /**
     * Padding, left-over rows and the rest of the batch change nothing of any example: no bit in float64, no more than
     * rounding in float32.
     */
    public static void padding(Network network, Shape shape) {
        Outcome whole = Outcome.of(network, shape, 1);
        Outcome padded = Outcome.of(network, withLeftOvers(shape), 1);
        Outcome reversed = Outcome.of(network, reversed(shape), 1);
        int last = shape.batchSize() - 1;
        for (int b = 0; b <= last; b++) {
            int length = shape.lengths()[b];
            Shape exact = new Shape(length, new int[] {shape.examples()[b]}, new int[] {length});
            Map<String, double[]> alone = Outcome.of(network, exact, 1).ofRow(0, length);
            requireSame(network, shape, alone, whole.ofRow(b, length));
            requireSame(network, shape, alone, padded.ofRow(b, length));
            requireSame(network, shape, alone, reversed.ofRow(last - b, length));
        }
        requireSame(network, shape, whole.parameterGradients(), padded.parameterGradients());
    }

    private static Shape withLeftOvers(Shape shape) {
        int[] examples = Arrays.copyOf(shape.examples(), shape.batchSize() + 2);
        Arrays.fill(examples, shape.batchSize(), examples.length, LEFT_OVER);
        return new Shape(shape.timeSteps() + 2, examples, Arrays.copyOf(shape.lengths(), examples.length));
    }

    private static Shape reversed(Shape shape) {
        int last = shape.batchSize() - 1;
        int[] examples = new int[last + 1];
        int[] lengths = new int[last + 1];
        for (int b = 0; b <= last; b++) {
            examples[b] = shape.examples()[last - b];
            lengths[b] = shape.lengths()[last - b];
        }
        return new Shape(shape.timeSteps(), examples, lengths);
    }

    private static void requireSame(
            Network network, Shape shape, Map<String, double[]> expected, Map<String, double[]> actual) {
        if (network.precision() == Precision.FLOAT32) {
            requireClose(expected, actual, Tolerances.parity(shape.timeSteps()));
        } else {
            requireEqual(expected, actual);
        }
    }

    /** float32 gives what float64 gives, but for rounding: outputs, states and all gradients. */
    public static void parity(Network exact, Network fast, Shape shape) {
        requirePrecision(exact, Precision.FLOAT64);
        requirePrecision(fast, Precision.FLOAT32);
        exact.parameters()
                .forEach(p -> exact.weights().set(p.name(), fast.weights().get(p.name())));
        Map<String, double[]> expected = Outcome.of(exact, shape, 1).all();
        requireClose(expected, Outcome.of(fast, shape, 1).all(), Tolerances.parity(shape.timeSteps()));
    }

    private static void requirePrecision(Network network, Precision precision) {
        if (network.precision() != precision) throw new IllegalArgumentException("not a network in " + precision);
    }

    /** Any number of threads gives the same bits. */
    public static void threads(Network network, Shape shape) {
        Map<String, double[]> one = Outcome.of(network, shape, 1).all();
        requireEqual(one, Outcome.of(network, shape, 2).all());
        requireEqual(one, Outcome.of(network, shape, 3).all());
    }

    /** A session gives step by step what a run over the whole sequence gives: the same bits in float64. */
    public static void session(Network network, int timeSteps, int batchSize) {
        int[] lengths = new int[batchSize];
        Arrays.fill(lengths, timeSteps);
        Shape shape = Shape.of(timeSteps, lengths);
        Batch batch = TestData.batch(network, shape);
        double[] whole = network.predict(batch).doubles();
        Session session = network.newSession(batchSize);
        double[] steps = new double[whole.length];
        for (int t = 0; t < timeSteps; t++) {
            Map<String, Tensor> sides = new java.util.LinkedHashMap<>();
            int time = t;
            batch.sides().forEach((name, side) -> sides.put(name, step(side, time)));
            double[] y = session.step(step(batch.input(), t), sides).doubles();
            System.arraycopy(y, 0, steps, t * y.length, y.length);
        }
        requireSame(network, shape, Map.of("output", whole), Map.of("output", steps));
    }

    private static Tensor step(Tensor sequence, int t) {
        int row = sequence.length() / sequence.extent(0);
        return sequence.isIds()
                ? Tensor.ofIds(Arrays.copyOfRange(sequence.ids(), t * row, (t + 1) * row), row)
                : Tensor.of(
                        Arrays.copyOfRange(sequence.doubles(), t * row, (t + 1) * row),
                        sequence.extent(1),
                        sequence.extent(2));
    }

    /**
     * A run in two chunks that carries its states on gives what one over the whole gives, and so do its gradients if those of
     * the states are carried back. In float64, without dropout, whose masks are new in every run.
     *
     * @param middle number of steps in the first chunk
     */
    public static void chunks(Network network, Shape shape, int middle) {
        requirePrecision(network, Precision.FLOAT64);
        new ChunkCheck(network, shape, middle).run();
    }

    /** A batch of empty examples is legal: states stay as they are, and the outputs of all steps are 0. */
    public static void emptyExamples(Network network) {
        Shape shape = Shape.of(2, 0, 0);
        States initial = TestData.states(network, shape);
        Network.Run run = network.run(TestData.batch(network, shape), initial);
        initial.values()
                .forEach((name, state) -> assertArrayEquals(
                        rounded(network, state.doubles()),
                        run.finalStates().get(name).doubles(),
                        name));
        if (network.outputHasTime()) {
            assertTrue(Arrays.stream(run.output().doubles()).allMatch(y -> y == 0), "output of empty examples");
        }
    }

    private static double[] rounded(Network network, double... numbers) {
        boolean fast = network.precision() == Precision.FLOAT32;
        return Arrays.stream(numbers).map(a -> fast ? (float) a : a).toArray();
    }

    private static void requireEqual(Map<String, double[]> expected, Map<String, double[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, numbers) -> assertArrayEquals(numbers, Objects.requireNonNull(actual.get(name)), name));
    }

    private static void requireClose(Map<String, double[]> expected, Map<String, double[]> actual, double tolerance) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, numbers) -> {
            double largest = Arrays.stream(numbers).map(Math::abs).reduce(1, Math::max);
            assertArrayEquals(numbers, Objects.requireNonNull(actual.get(name)), tolerance * largest, name);
        });
    }
}
