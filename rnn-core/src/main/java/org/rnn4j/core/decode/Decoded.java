package org.rnn4j.core.decode;

import java.util.Arrays;

/**
 * A decoded sequence.
 *
 * @param symbols prefix and what was added, without start and end
 * @param logProbability natural logarithm of the probability, under the network, of what was added, the end included
 * @param score by which beam search ranks: logProbability, normalised by length
 * @param ended false if it was cut at the greatest length
 */
public record Decoded(int[] symbols, double logProbability, double score, boolean ended) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Decoded decoded
                && Arrays.equals(symbols, decoded.symbols)
                && logProbability == decoded.logProbability
                && score == decoded.score
                && ended == decoded.ended;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols) * 31 + Double.hashCode(logProbability);
    }

    @Override
    public String toString() {
        return Arrays.toString(symbols) + (ended ? "" : "…") + " " + logProbability;
    }
}
