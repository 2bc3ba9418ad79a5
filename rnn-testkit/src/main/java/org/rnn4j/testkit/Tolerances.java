package org.rnn4j.testkit;

/** How far numbers may be apart, and why. */
public final class Tolerances {
    /**
     * Gradient against difference quotients of fourth order: sums of numbers of size 10 round to 1e-11 in a quotient, and
     * errors are relative to 1e-4 at least; ten times that.
     */
    public static final double GRADIENT = 1e-6;

    /** The same sums in another order in float64. */
    public static final double REORDERED = 1e-12;

    private static final double FLOAT_ROUNDING = 1e-5;
    private static final double STEPS = 10;

    private Tolerances() {}

    /**
     * float32 against float64, relative to the largest number beside it: some hundred roundings of 6e-8, which pile up from
     * step to step.
     */
    public static double parity(int timeSteps) {
        return FLOAT_ROUNDING * (1 + timeSteps / STEPS);
    }
}
