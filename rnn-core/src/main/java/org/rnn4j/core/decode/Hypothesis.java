package org.rnn4j.core.decode;

import java.util.Arrays;

/**
 * A sequence that is being decoded. Immutable.
 *
 * @param symbols prefix and what was added; the end is not in it
 * @param added number of symbols after the prefix, the end included
 * @param logProbability of what was added
 * @param ended true if the last one added was the end
 */
record Hypothesis(int[] symbols, int added, double logProbability, boolean ended) {
    static Hypothesis start(Prompt prompt) {
        return new Hypothesis(prompt.prefix(), 0, 0, false);
    }

    Hypothesis plus(int symbol, double logProbability, Prompt prompt) {
        double sum = this.logProbability + logProbability;
        if (prompt.isEnd(symbol)) return new Hypothesis(symbols, added + 1, sum, true);
        int[] longer = Arrays.copyOf(symbols, symbols.length + 1);
        longer[symbols.length] = symbol;
        return new Hypothesis(longer, added + 1, sum, false);
    }

    int last() {
        return symbols[symbols.length - 1];
    }

    Decoded decoded(double score) {
        return new Decoded(symbols, logProbability, score, ended);
    }
}
