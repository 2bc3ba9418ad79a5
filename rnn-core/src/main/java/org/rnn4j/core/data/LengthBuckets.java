package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.Shuffle;

/**
 * Groups sequences of similar length, so that a batch needs little padding.
 *
 * <p>For training, the sequences are shuffled and cut into pools of {@value #POOL} batches; each pool is sorted by length
 * and cut into batches, and these are shuffled again. So lengths in a batch are close, and which sequences meet in a batch
 * still changes from epoch to epoch.
 */
final class LengthBuckets {
    private static final int POOL = 32;

    private LengthBuckets() {}

    /**
     * The batches, each as the numbers of its sequences, longest first.
     *
     * @param key of the order; without one, all sequences are one pool, and batches come from long to short
     */
    static List<int[]> batches(int[] lengths, int batchSize, Optional<RandomKey> key) {
        int[] order = key.map(k -> Shuffle.permutation(lengths.length, k))
                .orElseGet(() -> IntStream.range(0, lengths.length).toArray());
        long pool = key.isPresent() ? (long) POOL * batchSize : lengths.length;
        List<int[]> batches = new ArrayList<>();
        for (long from = 0; from < order.length; from += pool) {
            int to = (int) Math.min(order.length, from + pool);
            addSorted(Arrays.copyOfRange(order, (int) from, to), lengths, batchSize, batches);
        }
        return key.map(k -> shuffled(batches, k.named("batches"))).orElse(batches);
    }

    private static void addSorted(int[] pool, int[] lengths, int batchSize, List<int[]> batches) {
        // Length above, place below: one sort of numbers keeps the order among sequences of one length.
        long[] keys = new long[pool.length];
        for (int i = 0; i < pool.length; i++) keys[i] = ((long) -lengths[pool[i]] << Integer.SIZE) | i;
        Arrays.sort(keys);
        for (int from = 0; from < pool.length; from += batchSize) {
            int to = Math.min(pool.length, from + batchSize);
            batches.add(IntStream.range(from, to).map(i -> pool[(int) keys[i]]).toArray());
        }
    }

    private static List<int[]> shuffled(List<int[]> batches, RandomKey key) {
        return Arrays.stream(Shuffle.permutation(batches.size(), key))
                .mapToObj(batches::get)
                .toList();
    }
}
