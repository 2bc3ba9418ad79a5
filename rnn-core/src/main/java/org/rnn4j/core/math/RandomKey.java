package org.rnn4j.core.math;

/**
 * The address of a stream of random numbers: what they are for, and where in training or prediction.
 *
 * <pre>
 * RandomKey mask = RandomKey.of(seed, RandomPurpose.DROPOUT).named("layers.1").at(step, example, time);
 * </pre>
 *
 * <p>Any int is a legal step, example and time; two keys that differ in one of them have streams that do not overlap.
 *
 * @param bits seed, purpose and name, mixed
 * @param step of training, or the epoch, or the number of the request
 * @param example within the data set or batch
 * @param time step within the sequence
 */
public record RandomKey(long bits, int step, int example, int time) {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** The key of a seed and a purpose; step, example and time are 0. */
    public static RandomKey of(long seed, RandomPurpose purpose) {
        return new RandomKey(mix(mix(seed) + purpose.code() * GOLDEN_RATIO), 0, 0, 0);
    }

    /** The key of one parameter, layer or other named place, at the same step, example and time. */
    public RandomKey named(String name) {
        return new RandomKey(mix(bits + hash(name)), step, example, time);
    }

    /** The key of the same purpose and name at another place. */
    public RandomKey at(int step, int example, int time) {
        return new RandomKey(bits, step, example, time);
    }

    /**
     * Spreads every bit over all 64; a bijection.
     *
     * <p>Source: the finalizer of SplitMix64, Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
     */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** FNV-1a over UTF-16 units, Fowler, Noll and Vo; {@code String.hashCode} has too few bits. */
    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
