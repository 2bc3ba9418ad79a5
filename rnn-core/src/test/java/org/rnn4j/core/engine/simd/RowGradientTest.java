package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Optimizer;
import org.rnn4j.api.expr.Parameter;
import org.rnn4j.core.component.optimizer.Adagrad;
import org.rnn4j.core.component.optimizer.Adam;
import org.rnn4j.core.component.optimizer.AdamW;
import org.rnn4j.core.component.optimizer.RmsProp;
import org.rnn4j.core.component.optimizer.Rprop;
import org.rnn4j.core.component.optimizer.Sgd;
import org.rnn4j.core.engine.Weights.Line;
import org.rnn4j.core.kernel.KernelLookup;
import org.rnn4j.core.kernel.Kernels;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.trace.TracedUpdate;

/** The gradient of a table as its rows does what all its numbers would. */
final class RowGradientTest {
    private static final Kernels KERNELS = KernelLookup.kernels();
    private static final int WORDS = 1500;
    /** Not a whole number of registers. */
    private static final int SIZE = 21;

    private static final Parameter TABLE =
            new Parameter("W", SIZE, WORDS, Parameter.Role.INPUT, Parameter.Structure.DENSE, Initializer.zeros());
    private static final Parameter BIAS =
            new Parameter("b", SIZE, 1, Parameter.Role.BIAS, Parameter.Structure.DENSE, Initializer.zeros());

    private final SplittableRandom random = new SplittableRandom(1);
    private final SimdWeights whole = weights(false);
    private final SimdWeights rows = weights(true);
    private final SimdWeights wholeGradient = whole.gradients(new WorkerPool(KERNELS, 2));
    private final SimdWeights rowGradient = rows.gradients(new WorkerPool(KERNELS, 2));

    private static SimdWeights weights(boolean onlyLookedUp) {
        Set<String> table = Set.of(TABLE.name());
        return new SimdWeights(
                List.of(BIAS, TABLE), new SimdWeights.Tables(table, onlyLookedUp ? table : Set.of()), KERNELS);
    }

    @BeforeEach
    void begin() {
        double[] values = random.doubles(TABLE.length(), -1, 1).toArray();
        whole.set("W", values);
        rows.set("W", values);
        addSome();
    }

    /** Gradients of a few words, the same in both. */
    private void addSome() {
        wholeGradient.clear();
        rowGradient.clear();
        for (int k = 0; k < 40; k++) {
            Line word = new Line(true, random.nextInt(WORDS));
            double[] values = random.doubles(SIZE, -1, 1).toArray();
            wholeGradient.add("W", word, values);
            rowGradient.add("W", word, values);
        }
    }

    @Test
    void onlyGradientsOfLargeTablesAreKeptAsRows() {
        assertTrue(rowGradient.rowGradient("W").isPresent());
        assertFalse(rowGradient.rowGradient("b").isPresent());
        assertFalse(rows.rowGradient("W").isPresent());
        assertFalse(wholeGradient.rowGradient("W").isPresent());
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of("sgd", Sgd.of(), true),
                Arguments.of("sgd with momentum", Sgd.of().withMomentum(0.9), false),
                Arguments.of("sgd with weight decay", Sgd.of().withWeightDecay(0.1), false),
                Arguments.of("adagrad", Adagrad.of().withLearningRateDecay(0.1), true),
                Arguments.of("adagrad with weight decay", Adagrad.of().withWeightDecay(0.1), false),
                Arguments.of("adam", Adam.of(), false),
                Arguments.of("adamW", AdamW.of(), false),
                Arguments.of("rmsProp", RmsProp.of(), false),
                Arguments.of("rprop", Rprop.of(), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void updatesAreThoseOfAllNumbersToTheBit(String name, Optimizer optimizer, boolean leavesAlone) {
        SimdUpdater expected = new SimdUpdater(optimizer, whole);
        SimdUpdater actual = new SimdUpdater(optimizer, rows);
        for (int update = 0; update < 3; update++) {
            expected.update(wholeGradient, 0.1);
            actual.update(rowGradient, 0.1);
            addSome();
        }
        assertArrayEquals(whole.get("W"), rows.get("W"));
        Map<String, double[]> states = actual.states();
        expected.states().forEach((state, values) -> assertArrayEquals(values, states.get(state), state));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void equationsShowWhetherAnElementWithoutGradientStays(String name, Optimizer optimizer, boolean leavesAlone) {
        assertEquals(leavesAlone, TracedUpdate.leavesAloneWhatHasNoGradient(TracedUpdate.trace(optimizer, TABLE)));
    }

    @Test
    void anOptimizerIsAskedOnceForEachParameter() {
        List<String> asked = new ArrayList<>();
        Sgd sgd = Sgd.of();
        new SimdUpdater(
                u -> {
                    asked.add(u.role().name());
                    sgd.update(u);
                },
                rows);
        assertEquals(List.of("BIAS", "INPUT"), asked);
    }

    @Test
    void numbersAreReadAndWrittenByPosition() {
        assertArrayEquals(wholeGradient.get("W"), rowGradient.get("W"));
        double[] values = random.doubles(TABLE.length(), -1, 1).toArray();
        wholeGradient.set("W", values);
        rowGradient.set("W", values);
        assertArrayEquals(wholeGradient.get("W"), rowGradient.get("W"));
        double[] expected = new double[WORDS];
        double[] actual = new double[WORDS];
        wholeGradient.read("W", new Line(false, 3), expected);
        rowGradient.read("W", new Line(false, 3), actual);
        assertArrayEquals(expected, actual);
        rowGradient.set("W", new double[TABLE.length()]);
        assertArrayEquals(new double[TABLE.length()], rowGradient.get("W"));
    }

    @Test
    void normsFactorsAndLimitsAreThoseOfAllNumbers() {
        for (double p : new double[] {1, 2, Double.POSITIVE_INFINITY}) {
            assertEquals(wholeGradient.norm("W", p), rowGradient.norm("W", p), 1e-5 * wholeGradient.norm("W", p));
        }
        wholeGradient.scale(0.7);
        rowGradient.scale(0.7);
        wholeGradient.limit(0.4);
        rowGradient.limit(0.4);
        assertArrayEquals(wholeGradient.get("W"), rowGradient.get("W"));
        assertTrue(rowGradient.isFinite("W"));
        rowGradient.add("W", new Line(true, 7), new double[] {Double.NaN});
        assertFalse(rowGradient.isFinite("W"));
    }

    @Test
    void aRowThatIsHeldAnewIsZero() {
        RowGradient few = new RowGradient(100, 3);
        Set<Integer> held = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            held.clear();
            for (int k = 0; k < 60; k++) {
                int position = random.nextInt(300);
                if (held.add(position / 3)) assertEquals(0, few.get(position));
                few.set(position, 1);
            }
            assertEquals(3 * held.size(), few.length());
            few.clear();
        }
    }

    @Test
    void indicesBecomePlacesWhereTheyStand() {
        RowGradient few = new RowGradient(100, 3);
        int[] places = few.hold(new int[] {9, 4, 50, 60, 9, 7}, RowStretches.of(new int[] {4, 0}, new int[] {2, 2}));
        assertEquals(few.hold(9), places[4]);
        assertEquals(few.hold(7), places[5]);
        assertEquals(few.hold(9), places[0]);
        assertEquals(few.hold(4), places[1]);
        assertEquals(9, few.length(), "three rows");
        assertEquals(-1, few.find(50));
    }
}
