package org.rnn4j.core.math;

import org.apache.commons.math3.util.MathArrays;
import org.rnn4j.api.ErrorMessage;

/** Random orders. */
public final class Shuffle {
    private Shuffle() {}

    /**
     * The numbers 0 to n−1 in an order in which each of the n! is equally likely.
     *
     * <p>Source: Fisher and Yates 1938, as in Knuth, The Art of Computer Programming, vol. 2, algorithm P.
     *
     * @param n at least 0
     * @param key for example of purpose {@link RandomPurpose#SHUFFLE}, at the epoch
     */
    public static int[] permutation(int n, RandomKey key) {
        if (n < 0) {
            throw new IllegalArgumentException(ErrorMessage.of("Cannot order " + n + " things")
                    .fix("give a number of at least 0")
                    .toString());
        }
        int[] order = MathArrays.natural(n);
        if (n > 0) MathArrays.shuffle(order, new CounterRandom(key));
        return order;
    }
}
