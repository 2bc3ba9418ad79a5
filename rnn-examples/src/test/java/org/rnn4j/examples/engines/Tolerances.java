package org.rnn4j.examples.engines;

/** How far numbers may be apart, and why. */
final class Tolerances {
    /** A float32 operation is off by this part of its result at most. */
    private static final double ROUNDING = Math.pow(2, -24);

    /** A step of a cell is some ten operations, one after the other, each with its rounding and those before it. */
    private static final int ROUNDINGS_A_STEP = 16;

    /** So many products fit into the roundings of a step; errors of longer sums grow with the root of their length. */
    private static final double SHORT_SUM = 32;

    private Tolerances() {}

    /**
     * How far float32 may be from float64, relative to the largest number of a tensor, or to 1: smaller ones are what is
     * left of sums of numbers of size 1.
     *
     * @param timeSteps whose roundings add up, forward and then backward
     * @param size of the states: the length of the sums
     */
    static double parity(int timeSteps, int size) {
        return ROUNDING * ROUNDINGS_A_STEP * (timeSteps + 1) * Math.max(1, Math.sqrt(size / SHORT_SUM));
    }
}
