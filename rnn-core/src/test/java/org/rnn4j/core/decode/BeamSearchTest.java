package org.rnn4j.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.ConfigException;
import org.rnn4j.core.math.Categorical;

final class BeamSearchTest {
    private static final int SYMBOLS = 4;
    private static final int END = 0;
    private static final int LENGTH = 4;
    private static final int ALL = 400; // more than all 3^4 + 3^3 + 3^2 + 3 + 1 sequences
    private static final Prompt PROMPT = Prompt.of(1, END).withMaxLength(LENGTH);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void widthOneIsGreedy(long seed) {
        TableStepper stepper = new TableStepper(SYMBOLS, seed);
        Prompt prompt = PROMPT.withMaxLength(30).withPrefix(2, 3);
        Decoded greedy = Sampler.greedy().sample(stepper, prompt);
        Decoded found = BeamSearch.of(1).search(stepper, prompt).get(0);
        assertEquals(Arrays.toString(greedy.symbols()), Arrays.toString(found.symbols()));
        assertEquals(greedy, found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 1, 2})
    void fullWidthIsExhaustive(double exponent) {
        for (long seed = 0; seed < 20; seed++) {
            TableStepper stepper = new TableStepper(SYMBOLS, seed);
            List<Decoded> expected = exhaustive(stepper, exponent);
            BeamSearch search =
                    BeamSearch.of(ALL).withLengthNormalization(exponent).withBest(10);
            List<Decoded> found = search.search(stepper, PROMPT);
            for (int i = 0; i < 10; i++) assertSame(expected.get(i), found.get(i));
        }
    }

    @Test
    void allSequencesTogetherHaveProbabilityOne() {
        List<Decoded> all = BeamSearch.of(ALL).withBest(ALL).search(new TableStepper(SYMBOLS, 5), PROMPT);
        assertEquals(81 + 27 + 9 + 3 + 1, all.size());
        assertEquals(
                1, all.stream().mapToDouble(d -> Math.exp(d.logProbability())).sum(), 1e-12);
    }

    @Test
    void bestComeFirst() {
        List<Decoded> found = BeamSearch.of(20).withBest(20).search(new TableStepper(SYMBOLS, 5), PROMPT);
        for (int i = 1; i < found.size(); i++) {
            assertTrue(found.get(i - 1).score() >= found.get(i).score());
        }
    }

    @Test
    void normalizationPrefersLongerSequences() {
        int shorter = 0;
        int longer = 0;
        for (long seed = 0; seed < 20; seed++) {
            TableStepper stepper = new TableStepper(SYMBOLS, seed);
            shorter += BeamSearch.of(ALL).search(stepper, PROMPT).get(0).symbols().length;
            longer += BeamSearch.of(ALL)
                    .withLengthNormalization(1)
                    .search(stepper, PROMPT)
                    .get(0)
                    .symbols()
                    .length;
        }
        assertTrue(longer > shorter, longer + " and " + shorter);
    }

    @Test
    void forbiddenSymbolsDoNotAppear() {
        Prompt prompt = PROMPT.withConstraint(Constraint.without(END, 2));
        List<Decoded> found = BeamSearch.of(ALL).withBest(ALL).search(new TableStepper(SYMBOLS, 5), prompt);
        assertEquals(16, found.size());
        for (Decoded each : found) {
            assertTrue(Arrays.stream(each.symbols()).allMatch(s -> s == 1 || s == 3));
        }
    }

    @Test
    void equalScoresAreRankedBySymbols() {
        Stepper<int[][]> even = new Stepper<>() {
            @Override
            public int symbols() {
                return 3;
            }

            @Override
            public int[][] initial(int rows) {
                return new int[rows][0];
            }

            @Override
            public Stepped<int[][]> step(int[][] states, int[] last) {
                return new Stepped<>(new double[last.length][3], states);
            }

            @Override
            public int[][] select(int[][] states, int[] rows) {
                return new int[rows.length][0];
            }
        };
        List<Decoded> found =
                BeamSearch.of(4).withBest(4).search(even, Prompt.endless(0).withMaxLength(2));
        assertEquals(
                List.of("[0, 0]", "[0, 1]", "[0, 2]", "[1, 0]"),
                found.stream().map(d -> Arrays.toString(d.symbols())).toList());
    }

    @Test
    void nothingRepeatsThatMustNot() {
        for (int n = 1; n <= 3; n++) {
            Prompt prompt = PROMPT.withPrefix(1, 2).withMaxLength(8).withConstraint(Constraint.withoutRepeating(n));
            for (long seed = 0; seed < 10; seed++) {
                TableStepper stepper = new TableStepper(SYMBOLS, seed);
                List<Decoded> found = BeamSearch.of(6).withBest(6).search(stepper, prompt);
                assertTrue(found.size() > 1);
                for (Decoded each : found) assertNoRepeat(n, each.symbols());
                for (Decoded each : new Sampler(Categorical.atTemperature(1), seed).sample(stepper, prompt, 5)) {
                    assertNoRepeat(n, each.symbols());
                }
            }
        }
    }

    private static void assertNoRepeat(int n, int... symbols) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i + n <= symbols.length; i++) {
            assertTrue(seen.add(Arrays.toString(Arrays.copyOfRange(symbols, i, i + n))), Arrays.toString(symbols));
        }
    }

    @Test
    void whatMayRepeatIsNotForbidden() {
        double[] logits = new double[4];
        Constraint.withoutRepeating(3).restrict(new int[] {1, 2, 3, 1, 2}, logits);
        assertEquals("[0.0, 0.0, 0.0, -Infinity]", Arrays.toString(logits));
        logits = new double[4];
        Constraint.withoutRepeating(3).restrict(new int[] {1}, logits);
        Constraint.withoutRepeating(2).restrict(new int[] {1, 2, 3}, logits);
        assertEquals("[0.0, 0.0, 0.0, 0.0]", Arrays.toString(logits));
    }

    /** A penalty that sees what the states are: here, all that was read. */
    private static double odd(int[][] states, int row, int[] symbols) {
        int[] read = states[row];
        assertEquals(Arrays.toString(symbols), Arrays.toString(Arrays.copyOfRange(read, 1, read.length)));
        return -0.9 * Arrays.stream(symbols).filter(s -> s == 3).count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void fullWidthWithAPenaltyIsExhaustive(double exponent) {
        for (long seed = 0; seed < 20; seed++) {
            TableStepper stepper = new TableStepper(SYMBOLS, seed);
            List<Decoded> expected = exhaustive(stepper, exponent).stream()
                    .map(d -> new Decoded(d.symbols(), d.logProbability(), d.score() + penalty(d), d.ended()))
                    .sorted(Comparator.comparingDouble(Decoded::score).reversed())
                    .toList();
            BeamSearch search =
                    BeamSearch.of(ALL).withLengthNormalization(exponent).withBest(10);
            List<Decoded> found = search.search(stepper, PROMPT, BeamSearchTest::odd);
            for (int i = 0; i < 10; i++) assertSame(expected.get(i), found.get(i));
        }
    }

    /** That of what was read: a symbol at which a sequence is cut is not. */
    private static double penalty(Decoded d) {
        int read = d.ended() ? d.symbols().length : d.symbols().length - 1;
        return -0.9 * Arrays.stream(d.symbols(), 0, read).filter(s -> s == 3).count();
    }

    @Test
    void aPenaltyIsNoReward() {
        TableStepper stepper = new TableStepper(SYMBOLS, 1);
        assertThrows(ConfigException.class, () -> BeamSearch.of(2).search(stepper, PROMPT, (s, row, y) -> 1));
        assertThrows(ConfigException.class, () -> BeamSearch.of(2).search(stepper, PROMPT, (s, row, y) -> Double.NaN));
    }

    @Test
    void coverageAsksForAttentionToAll() {
        assertEquals(0, Penalty.coverage(0.4, 1, 1.7, 1));
        assertEquals(0.4 * (Math.log(0.5) + Math.log(0.25)), Penalty.coverage(0.4, 0.5, 2, 0.25), 1e-12);
        assertTrue(Double.isFinite(Penalty.coverage(1, 0)));
    }

    private static void assertSame(Decoded expected, Decoded found) {
        assertEquals(Arrays.toString(expected.symbols()), Arrays.toString(found.symbols()));
        assertEquals(expected.score(), found.score(), 1e-12);
        assertEquals(expected.ended(), found.ended());
    }

    /** Every sequence there is, best first, each scored on its own. */
    private static List<Decoded> exhaustive(TableStepper stepper, double exponent) {
        List<Decoded> all = new ArrayList<>();
        List<int[]> open = new ArrayList<>(List.of(new int[0]));
        while (!open.isEmpty()) {
            int[] symbols = open.remove(open.size() - 1);
            double[] each = Scorer.logProbabilities(stepper, PROMPT.withPrefix(symbols));
            boolean cut = symbols.length == LENGTH;
            double sum = Arrays.stream(cut ? Arrays.copyOf(each, LENGTH) : each).sum();
            int length = cut ? LENGTH : symbols.length + 1;
            all.add(new Decoded(symbols, sum, sum / Math.pow(length, exponent), !cut));
            for (int next = 1; next < SYMBOLS && !cut; next++) open.add(TableStepper.append(symbols, next));
        }
        all.sort(Comparator.comparingDouble(Decoded::score).reversed());
        return all;
    }
}
