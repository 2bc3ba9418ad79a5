package org.rnn4j.core.math;

import java.util.random.RandomGenerator;

/**
 * The random numbers of a key behind the interface of the JDK; the same on every JDK. Mutable, for one thread.
 */
public final class KeyedRandom implements RandomGenerator {
    private final CounterRandom bits;

    /** The stream of a key from its beginning. */
    public KeyedRandom(RandomKey key) {
        this.bits = new CounterRandom(key);
    }

    @Override
    public boolean nextBoolean() {
        return bits.nextBoolean();
    }

    @Override
    public double nextDouble() {
        return bits.nextDouble();
    }

    @Override
    public double nextGaussian() {
        return bits.nextGaussian();
    }

    @Override
    public int nextInt(int bound) {
        return bits.nextInt(bound);
    }

    @Override
    public long nextLong() {
        return bits.nextLong();
    }
}
