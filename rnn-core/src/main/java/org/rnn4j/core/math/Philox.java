package org.rnn4j.core.math;

/**
 * Philox4x32-10: four random 32-bit words for each 128-bit counter and 64-bit key.
 *
 * <p>One round, with hi and lo the halves of a 64-bit product:
 * <pre>
 * c0' = hi(M1 c2) ^ c1 ^ k0      c1' = lo(M1 c2)
 * c2' = hi(M0 c0) ^ c3 ^ k1      c3' = lo(M0 c0)
 * </pre>
 * Ten rounds; after each, k0 and k1 grow by the Weyl constants W0 and W1.
 *
 * <p>The counter is (block, time, example, step) and the key is the key's bits, low half first: so keys that differ only
 * in their place have disjoint counters.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
 * doi:10.1145/2063384.2063405.
 */
final class Philox {
    static final int WORDS = 4;

    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private Philox() {}

    /** Computes the four words of a block of a key's stream. */
    static void block(RandomKey key, int block, int[] words) {
        int c0 = block;
        int c1 = key.time();
        int c2 = key.example();
        int c3 = key.step();
        int k0 = (int) key.bits();
        int k1 = (int) (key.bits() >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * (c0 & LOW_HALF);
            long p1 = M1 * (c2 & LOW_HALF);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }
}
