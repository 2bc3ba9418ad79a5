package org.rnn4j.core.network;

/** How far numbers may be apart, and why. */
final class Tolerances {
    /**
     * Gradient against difference quotients of fourth order: sums of numbers of size 10 round to 1e-11 in a quotient, and
     * errors are relative to 1e-4 at least; ten times that.
     */
    static final double GRADIENT = 1e-6;

    /** The same sums in another order: a few roundings of numbers of size 1. */
    static final double REORDERED = 1e-13;

    private Tolerances() {}
}
