package org.rnn4j.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.DropoutMask;
import org.rnn4j.core.trace.FlowTracer;
import org.rnn4j.core.trace.SequenceGraph;

class DropoutMasksTest {
    private static final DropoutMask PER_STEP = new DropoutMask(0.25, false, 0);
    private static final DropoutMask PER_SEQUENCE = new DropoutMask(0.25, true, 0);
    private static final int SIZE = 2000;

    private final SequenceGraph graph =
            FlowTracer.trace(Map.of("a", DropoutMasksTest::dropped, "b", DropoutMasksTest::dropped), SIZE, false);

    /** Two maps with the same path and the same ordinal. */
    private static Sequence dropped(Flow flow, Sequence x) {
        Sequence once = flow.map(x, t -> t.output(t.dropout(t.input(), 0.25)));
        return flow.map(once, t -> t.output(t.dropout(t.input(), 0.25)));
    }

    private float[] mask(int scan, DropoutMask mask, long seed, long step, long example, int time) {
        float[] drawn = new float[SIZE];
        DropoutMasks masks = DropoutMasks.of(graph);
        var key = masks.key(graph.scans().get(scan), mask, Execution.Mode.training(seed, step));
        DropoutMasks.draw(mask, key, example, time, drawn, 0, SIZE);
        return drawn;
    }

    @Test
    void elementsAreZeroAtTheRateAndScaledElse() {
        float[] mask = mask(0, PER_STEP, 1, 1, 1, 1);
        long zeros = java.util.stream.IntStream.range(0, SIZE)
                .filter(k -> mask[k] == 0)
                .count();
        assertEquals(0.25, zeros / (double) SIZE, 0.03);
        for (float each : mask) assertEquals(each == 0 ? 0 : 1 / 0.75, each, 1e-7);
    }

    @Test
    void equalKeysGiveEqualMasks() {
        assertArrayEquals(mask(0, PER_STEP, 1, 2, 3, 4), mask(0, PER_STEP, 1, 2, 3, 4));
    }

    @Test
    void everyPartOfTheKeyCounts() {
        float[] mask = mask(0, PER_STEP, 1, 2, 3, 4);
        assertFalse(Arrays.equals(mask, mask(0, PER_STEP, 9, 2, 3, 4)));
        assertFalse(Arrays.equals(mask, mask(0, PER_STEP, 1, 9, 3, 4)));
        assertFalse(Arrays.equals(mask, mask(0, PER_STEP, 1, 2, 9, 4)));
        assertFalse(Arrays.equals(mask, mask(0, PER_STEP, 1, 2, 3, 9)));
        assertFalse(Arrays.equals(mask, mask(0, new DropoutMask(0.25, false, 1), 1, 2, 3, 4)));
        for (int scan = 1; scan < 4; scan++) assertFalse(Arrays.equals(mask, mask(scan, PER_STEP, 1, 2, 3, 4)));
    }

    @Test
    void oneMaskServesTheSequence() {
        assertArrayEquals(mask(0, PER_SEQUENCE, 1, 2, 3, 4), mask(0, PER_SEQUENCE, 1, 2, 3, 9));
    }
}
