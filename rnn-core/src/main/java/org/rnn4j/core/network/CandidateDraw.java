package org.rnn4j.core.network;

import java.util.BitSet;
import org.rnn4j.api.Loss.Candidates;
import org.rnn4j.api.Loss.Candidates.Distribution;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/**
 * The candidates of one training step: classes, none of them twice, and how often each class is expected among them.
 *
 * <p>They depend on the seed and the step only. With n draws until there are enough, a class of probability p is expected
 * 1 - (1 - p)^n times.
 */
final class CandidateDraw {
    private final int[] classes;
    private final int size;
    private final Distribution distribution;
    private final long tries;

    private CandidateDraw(int[] classes, int size, Distribution distribution, long tries) {
        this.classes = classes;
        this.size = size;
        this.distribution = distribution;
        this.tries = tries;
    }

    /**
     * Draws candidates.
     *
     * @param size number of classes; if there are no more than candidates, all are taken
     */
    static CandidateDraw of(Candidates candidates, int size, long seed, long step) {
        int count = Math.min(candidates.count(), size);
        int[] classes = new int[count];
        if (count == size) {
            for (int k = 0; k < count; k++) classes[k] = k;
            return new CandidateDraw(classes, size, candidates.distribution(), 0);
        }
        RandomKey key =
                RandomKey.of(seed, RandomPurpose.NOISE).named("candidates").at(Long.hashCode(step), 0, 0);
        BitSet taken = new BitSet(size);
        long tries = 0;
        for (int k = 0; k < count; ) {
            int drawn = at(candidates.distribution(), size, CounterRandom.uniform(key, tries++));
            if (taken.get(drawn)) continue;
            taken.set(drawn);
            classes[k++] = drawn;
        }
        return new CandidateDraw(classes, size, candidates.distribution(), tries);
    }

    private static int at(Distribution distribution, int size, double uniform) {
        double place = distribution == Distribution.UNIFORM ? uniform * size : Math.expm1(uniform * Math.log1p(size));
        return Math.min(size - 1, (int) place);
    }

    /** The candidates, in the order in which they were drawn. */
    int[] classes() {
        return classes;
    }

    /** log Q of a class. */
    double logExpected(int each) {
        if (tries == 0) return 0;
        double p = distribution == Distribution.UNIFORM ? 1.0 / size : Math.log1p(1.0 / (each + 1)) / Math.log1p(size);
        return Math.log(-Math.expm1(tries * Math.log1p(-p)));
    }
}
