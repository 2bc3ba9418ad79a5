package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

class MaskTest {
    /** Steps 1 and 3 of example 0; none of example 1; all of example 2. */
    private static final Mask MASK = Mask.of(Tensor.of(new double[] {0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1}, 4, 3));

    private static Tensor ids(int... ids) {
        return Tensor.ofIds(ids, ids.length / 3, 3);
    }

    @Test
    void compactMovesTheStepsThatCountTogether() {
        Batch batch = Batch.of(ids(0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23))
                .withTarget(ids(5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8))
                .withSide("gap", Tensor.of(new float[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}, 4, 3, 1))
                .withExampleIds(new long[] {4, 5, 6});
        Batch compact = MASK.compact(batch);
        assertArrayEquals(new int[] {2, 0, 4}, compact.lengths());
        assertArrayEquals(
                new int[] {1, 0, 20, 3, 0, 21, 0, 0, 22, 0, 0, 23},
                compact.input().ids());
        assertArrayEquals(
                new int[] {6, 0, 5, 8, 0, 6, 0, 0, 7, 0, 0, 8},
                compact.target().orElseThrow().ids());
        assertEquals(3, compact.sides().get("gap").get(3));
        assertArrayEquals(new long[] {4, 5, 6}, compact.exampleIds());
    }

    @Test
    void stepsPastTheLengthDoNotCount() {
        Batch batch = Batch.of(ids(0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23), new int[] {3, 4, 2});
        assertArrayEquals(new int[] {1, 0, 2}, MASK.compact(batch).lengths());
    }

    @Test
    void expandShowsThePreviousOutputOrZeros() {
        Tensor output = Tensor.of(new double[] {1, 0, 5, 2, 0, 6, 0, 0, 7, 0, 0, 8}, 4, 3, 1);
        assertArrayEquals(
                new double[] {0, 0, 5, 1, 0, 6, 1, 0, 7, 2, 0, 8},
                MASK.expand(output, Mask.Fill.PREVIOUS).doubles());
        assertArrayEquals(
                new double[] {0, 0, 5, 1, 0, 6, 0, 0, 7, 2, 0, 8},
                MASK.expand(output, Mask.Fill.ZEROS).doubles());
    }

    @Test
    void gradientOfExpandIsItsTranspose() {
        Tensor x = TestBatches.tensor("x", 4, 3, 2);
        Tensor dy = TestBatches.tensor("dy", 4, 3, 2);
        for (Mask.Fill fill : Mask.Fill.values()) {
            double left = dot(MASK.expand(x, fill), dy);
            assertEquals(left, dot(x, MASK.expandGradient(dy, fill)), Tolerances.REORDERED);
        }
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int k = 0; k < a.length(); k++) sum += a.get(k) * b.get(k);
        return sum;
    }

    @Test
    void masksOfAnotherShapeAreRefused() {
        assertThrows(ShapeException.class, () -> Mask.of(TestBatches.tensor("m", 4)));
        assertThrows(ShapeException.class, () -> MASK.compact(Batch.of(ids(1, 2, 3))));
        assertThrows(ShapeException.class, () -> MASK.expand(TestBatches.tensor("y", 3, 4, 1), Mask.Fill.ZEROS));
    }
}
