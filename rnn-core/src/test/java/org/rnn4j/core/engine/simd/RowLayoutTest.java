package org.rnn4j.core.engine.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.core.kernel.RowStretches;
import org.rnn4j.core.plan.Slot.Rows;

/** Every active step of every example has a row of its own; those of a part stand together, and sums keep the order of time. */
class RowLayoutTest {
    private static final int STEPS = 9;

    static Stream<Arguments> layouts() {
        return Stream.of(
                        new int[] {9, 9, 9, 9, 9, 9, 9},
                        new int[] {1, 9, 3, 3, 7, 1, 2, 9, 4, 5, 5},
                        new int[] {0, 4, 0, 2},
                        new int[] {0, 0, 0},
                        new int[] {9, 1, 1, 1},
                        new int[] {6})
                .flatMap(lengths -> Stream.of(1, 2, 3, 8).map(parts -> Arguments.of(lengths, parts)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyActiveStepHasOneRow(int[] lengths, int parts) {
        RowLayout layout = RowLayout.ofSequences(STEPS, lengths, parts);
        boolean[] seen = new boolean[layout.rows()];
        for (int i = 0; i < lengths.length; i++) {
            for (int t = 0; t < layout.length(i); t++) {
                int row = layout.row(t, i);
                assertTrue(!seen[row], "row " + row + " belongs to two");
                seen[row] = true;
                assertEquals(t, layout.time(row));
                assertEquals(i, layout.sortedExample(row));
                assertTrue(row >= layout.firstRow(layout.part(i)) && row < layout.firstRow(layout.part(i) + 1));
            }
            assertEquals(lengths[layout.example(i)], layout.length(i));
        }
        for (boolean each : seen) assertTrue(each);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void rowsOfAPartAtAStepStandTogether(int[] lengths, int parts) {
        RowLayout layout = RowLayout.ofSequences(STEPS, lengths, parts);
        assertEquals(Math.min(parts, lengths.length), layout.parts());
        for (int t = 0; t < layout.steps(); t++) {
            int active = 0;
            for (int p = 0; p < layout.parts(); p++) {
                for (int k = 0; k < layout.active(t, p); k++) {
                    assertEquals(layout.row(t, layout.low(p)) + k, layout.row(t, layout.low(p) + k));
                }
                active += layout.active(t, p);
            }
            assertEquals(layout.active(t), active);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void stretchesAreInTheOrderOfTimeWhateverTheParts(int[] lengths, int parts) {
        assertEquals(
                order(RowLayout.ofSequences(STEPS, lengths, 1)), order(RowLayout.ofSequences(STEPS, lengths, parts)));
    }

    private static List<String> order(RowLayout layout) {
        List<String> order = new ArrayList<>();
        RowStretches stretches = layout.stretches();
        for (int k = 0; k < stretches.size(); k++) {
            for (int row = stretches.start(k); row < stretches.start(k) + stretches.count(k); row++) {
                order.add(layout.time(row) + " " + layout.sortedExample(row));
            }
        }
        assertEquals(layout.rows(), stretches.rows());
        return order;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void statesOfEachPartHaveARegionOfTheirOwn(int parts) {
        RowLayout layout = RowLayout.ofSequences(STEPS, new int[] {2, 9, 5, 5, 1}, parts);
        View state = new View(40);
        state.rows = Rows.STEP;
        if (parts > 1) state.cut(CurrentLayout.of(layout), 30);
        for (int i = 0; i < 5; i++) {
            int part = layout.part(i);
            int expected = parts == 1 ? i : part * 30 + i - layout.low(part);
            assertEquals(expected, state.row(0, i));
        }
    }

    @Test
    void partsCostAsMuchAsWholeExamplesAllow() {
        int[] lengths = IntStream.range(0, 32).map(b -> b / 2 + 1).toArray();
        for (int parts : new int[] {2, 3, 5}) {
            RowLayout layout = RowLayout.ofSequences(16, lengths, parts);
            int[] costs = new int[parts];
            // A step costs a part as much as three rows.
            for (int p = 0; p < parts; p++) {
                costs[p] = layout.firstRow(p + 1) - layout.firstRow(p) + 3 * layout.length(layout.low(p));
            }
            int even = Arrays.stream(costs).sum() / parts;
            for (int p = 0; p < parts; p++) {
                assertTrue(
                        Math.abs(costs[p] - even) < 16, costs[p] + " in part " + p + " of " + parts + ", not " + even);
            }
        }
    }

    @Test
    void equalLengthsAreSharedEvenly() {
        int[] lengths = new int[64];
        Arrays.fill(lengths, 16);
        RowLayout layout = RowLayout.ofSequences(16, lengths, 4);
        for (int p = 0; p < 4; p++) assertEquals(16, layout.high(p) - layout.low(p));
    }
}
