package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

final class ShuffleTest {
    private static final RandomKey KEY = RandomKey.of(1, RandomPurpose.SHUFFLE);

    @Test
    void everyNumberOccursOnce() {
        for (int n : new int[] {0, 1, 2, 3, 100, 1000}) {
            int[] order = Shuffle.permutation(n, KEY);
            Arrays.sort(order);
            assertArrayEquals(IntStream.range(0, n).toArray(), order);
        }
    }

    @Test
    void sameKeySameOrder() {
        assertArrayEquals(Shuffle.permutation(50, KEY), Shuffle.permutation(50, KEY));
    }

    @Test
    void everyEpochHasAnotherOrder() {
        int[] first = Shuffle.permutation(50, KEY.at(0, 0, 0));
        int[] second = Shuffle.permutation(50, KEY.at(1, 0, 0));
        assertTrue(!Arrays.equals(first, second));
    }

    @Test
    void allOrdersAreEquallyLikely() {
        long[] counts = new long[24];
        for (int epoch = 0; epoch < 24_000; epoch++) {
            counts[rank(Shuffle.permutation(4, KEY.at(epoch, 0, 0)))]++;
        }
        double[] expected = new double[24];
        Arrays.fill(expected, 1000);
        double p = new ChiSquareTest().chiSquareTest(expected, counts);
        assertTrue(p > 1e-3, "p = " + p);
    }

    @Test
    void negativeNumberIsAnError() {
        var error = assertThrows(IllegalArgumentException.class, () -> Shuffle.permutation(-1, KEY));
        assertTrue(error.getMessage().startsWith("Cannot order -1 things\n  fix  "));
    }

    /** The place of an order of four among all 24. */
    private static int rank(int[] order) {
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            int at = i;
            int smallerAfter = (int) Arrays.stream(order, i + 1, order.length)
                    .filter(v -> v < order[at])
                    .count();
            rank = rank * (order.length - i) + smallerAfter;
        }
        return rank;
    }
}
