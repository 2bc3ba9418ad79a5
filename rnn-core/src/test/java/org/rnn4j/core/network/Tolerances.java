package org.rnn4j.core.network;

/** How far numbers may be apart, and why. */
final class Tolerances {
    /** Difference quotients of fourth order: truncation 1e-16, rounding 1e-12 relative to the function, floor 1e-4. */
    static final double GRADIENT = 1e-7;

    /** The same sums in another order: a few roundings of numbers of size 1. */
    static final double REORDERED = 1e-13;

    private Tolerances() {}
}
