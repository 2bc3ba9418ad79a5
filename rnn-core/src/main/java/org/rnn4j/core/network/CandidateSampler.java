package org.rnn4j.core.network;

import java.util.Arrays;
import java.util.BitSet;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Loss.Candidates;
import org.rnn4j.core.math.CounterRandom;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;

/** Draws candidates among classes, for any number of training steps. Immutable. */
final class CandidateSampler {
    private final int count;
    private final double[] probabilities;
    /** Of the classes up to each; the last one is 1. */
    private final double[] cumulative;

    /**
     * Prepares to draw.
     *
     * @param size number of classes; if there are no more than candidates, all are taken
     */
    CandidateSampler(Candidates candidates, int size) {
        this.count = Math.min(candidates.count(), size);
        double[] weights = candidates.distribution().weights(size);
        check(weights, size);
        double sum = Arrays.stream(weights).sum();
        probabilities = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        cumulative = probabilities.clone();
        for (int k = 1; k < size; k++) cumulative[k] += cumulative[k - 1];
        cumulative[size - 1] = 1;
    }

    private static void check(double[] weights, int size) {
        if (weights.length != size) {
            throw new CellDefinitionException(ErrorMessage.of("Candidates are drawn from another number of classes")
                    .fact("weights", weights.length)
                    .fact("classes", size)
                    .fix("give one weight for each class of the network's output")
                    .toString());
        }
        for (int k = 0; k < size; k++) {
            if (weights[k] > 0 && weights[k] < Double.POSITIVE_INFINITY) continue;
            throw new CellDefinitionException(ErrorMessage.of("Candidates cannot be drawn with this weight")
                    .fact("class", k)
                    .fact("weight", weights[k])
                    .fix("give every class a finite weight above 0")
                    .toString());
        }
    }

    /** Number of candidates. */
    int count() {
        return count;
    }

    /** The candidates of a step; they depend on the seed and the step only. */
    CandidateDraw draw(long seed, long step) {
        int[] classes = new int[count];
        if (count == probabilities.length) {
            Arrays.setAll(classes, k -> k);
            return new CandidateDraw(classes, 0, probabilities);
        }
        RandomKey key =
                RandomKey.of(seed, RandomPurpose.NOISE).named("candidates").at(Long.hashCode(step), 0, 0);
        BitSet taken = new BitSet(probabilities.length);
        long tries = 0;
        for (int k = 0; k < count; ) {
            int drawn = at(CounterRandom.uniform(key, tries++));
            if (taken.get(drawn)) continue;
            taken.set(drawn);
            classes[k++] = drawn;
        }
        return new CandidateDraw(classes, tries, probabilities);
    }

    /** The first class up to which there is more than a number from [0, 1). */
    private int at(double uniform) {
        int found = Arrays.binarySearch(cumulative, uniform);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
