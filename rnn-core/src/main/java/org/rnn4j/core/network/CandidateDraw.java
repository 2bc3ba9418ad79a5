package org.rnn4j.core.network;

/**
 * The candidates of one training step, and how often each class is expected among them.
 *
 * <p>With n draws until there were enough, a class of probability p is expected 1 - (1 - p)^n times.
 *
 * @param classes the candidates, none of them twice, in the order in which they were drawn
 * @param tries how many draws it took; 0 if all classes were taken
 * @param probabilities of all classes
 */
record CandidateDraw(int[] classes, long tries, double[] probabilities) {
    /** log Q of a class. */
    double logExpected(int each) {
        if (tries == 0) return 0;
        return Math.log(-Math.expm1(tries * Math.log1p(-probabilities[each])));
    }
}
