package org.rnn4j.core.math;

import java.util.Objects;
import org.apache.commons.math3.random.BitsStreamGenerator;
import org.apache.commons.math3.util.FastMath;

/**
 * Random numbers as a function of a {@link RandomKey} and an index: same key and index, same number, whatever was drawn
 * before and on whichever thread.
 *
 * <p>The static methods compute any number of a stream directly; they have no state. An instance walks along the stream
 * as a generator of Commons Math, for its distributions and for code that wants one number after the other; it is mutable
 * and for one thread. Both read the same stream: use different keys for independent numbers.
 *
 * <p>Numbers are the same on every machine: integer arithmetic, and {@code FastMath} where logarithm and cosine are
 * needed. A key has 2^34 floats, or 2^33 doubles or gaussians.
 *
 * <p><i>Implementation note:</i> words come from {@link Philox}. A float takes the upper 24 bits of one word, so that its
 * grid is even and 1 is never reached; a double takes 53 bits of two words. A dropout mask of a whole array should use
 * {@code fillUniform}, which needs a fourth of the blocks.
 */
public final class CounterRandom extends BitsStreamGenerator {
    private static final long serialVersionUID = 1L;

    private static final int BLOCK_BITS = 2;
    private static final int BLOCK_MASK = Philox.WORDS - 1;

    private RandomKey key;
    private long position;
    private final int[] words = new int[Philox.WORDS];

    /** Creates a generator at the beginning of a key's stream. */
    public CounterRandom(RandomKey key) {
        this.key = key;
    }

    /** The float of a stream at an index, uniform in [0, 1). */
    public static float uniformFloat(RandomKey key, long index) {
        int[] words = new int[Philox.WORDS];
        Philox.block(key, blockOf(index), words);
        // Constant places keep the array out of the heap: the compiler replaces it by four registers.
        return toFloat(
                switch ((int) index & BLOCK_MASK) {
                    case 0 -> words[0];
                    case 1 -> words[1];
                    case 2 -> words[2];
                    default -> words[3];
                });
    }

    /** The double of a stream at an index, uniform in [0, 1). */
    public static double uniform(RandomKey key, long index) {
        int[] words = new int[Philox.WORDS];
        Philox.block(key, blockOf(2 * index), words);
        return (index & 1) == 0 ? toDouble(words[0], words[1]) : toDouble(words[2], words[3]);
    }

    /** Fills a range with the first floats of a stream, as {@link #uniformFloat} gives them. */
    public static void fillUniform(RandomKey key, float[] out, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, out.length);
        int[] words = new int[Philox.WORDS];
        for (int i = 0; i < length; i++) {
            if ((i & BLOCK_MASK) == 0) Philox.block(key, i >>> BLOCK_BITS, words);
            out[offset + i] = toFloat(words[i & BLOCK_MASK]);
        }
    }

    /** Fills an array with the first doubles of a stream, as {@link #uniform} gives them. */
    public static void fillUniform(RandomKey key, double[] out) {
        int[] words = new int[Philox.WORDS];
        for (int i = 0; i < out.length; i++) {
            boolean even = (i & 1) == 0;
            if (even) Philox.block(key, i >>> 1, words);
            out[i] = even ? toDouble(words[0], words[1]) : toDouble(words[2], words[3]);
        }
    }

    /**
     * Fills an array with normal numbers of mean 0 and standard deviation 1.
     *
     * <p>Two at a time: √(−2 ln(1 − u1)) times cos 2πu2 and sin 2πu2, with u1, u2 the doubles of the stream. No magnitude
     * exceeds 8.6, which is √(−2 ln 2^−53).
     *
     * <p>Source: Box and Muller 1958, doi:10.1214/aoms/1177706645.
     */
    public static void fillGaussian(RandomKey key, double[] out) {
        int[] words = new int[Philox.WORDS];
        for (int i = 0; i < out.length; i += 2) {
            Philox.block(key, i >>> 1, words);
            double radius = FastMath.sqrt(-2 * FastMath.log(1 - toDouble(words[0], words[1])));
            double angle = 2 * Math.PI * toDouble(words[2], words[3]);
            out[i] = radius * FastMath.cos(angle);
            if (i + 1 < out.length) out[i + 1] = radius * FastMath.sin(angle);
        }
    }

    /** Fills an array with the numbers of {@link #fillGaussian(RandomKey, double[])}, rounded to float. */
    public static void fillGaussian(RandomKey key, float[] out) {
        double[] exact = new double[out.length];
        fillGaussian(key, exact);
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) exact[i];
        }
    }

    @Override
    protected int next(int bits) {
        int place = (int) position & BLOCK_MASK;
        if (place == 0) Philox.block(key, blockOf(position), words);
        position++;
        return words[place] >>> (Integer.SIZE - bits);
    }

    /** Begins the stream of another seed; its purpose, step, example and time are 0. */
    @Override
    public void setSeed(long seed) {
        key = new RandomKey(RandomKey.mix(seed), 0, 0, 0);
        position = 0;
        clear();
    }

    /** Begins the stream of another seed. */
    @Override
    public void setSeed(int seed) {
        setSeed((long) seed);
    }

    /** Begins the stream of another seed. */
    @Override
    public void setSeed(int[] seed) {
        long mixed = seed.length;
        for (int word : seed) {
            mixed = RandomKey.mix(mixed) + word;
        }
        setSeed(mixed);
    }

    private static int blockOf(long index) {
        long block = index >>> BLOCK_BITS;
        if (block >>> Integer.SIZE != 0) {
            throw new IndexOutOfBoundsException("Word " + index + " of a random stream, which has 2^34");
        }
        return (int) block;
    }

    private static float toFloat(int word) {
        return (word >>> 8) * 0x1p-24f;
    }

    private static double toDouble(int high, int low) {
        return (((high & 0xFFFFFFFFL) << 21) ^ ((low & 0xFFFFFFFFL) >>> 11)) * 0x1p-53;
    }
}
