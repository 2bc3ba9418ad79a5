package org.rnn4j.core.math;

import org.apache.commons.math3.special.Erf;

/** Functions that the Java library lacks. */
public final class SpecialFunctions {
    private SpecialFunctions() {}

    /** The error function 2/√π ∫₀ˣ e^(-t²) dt; NaN for NaN. */
    public static double erf(double x) {
        return Double.isNaN(x) ? x : Erf.erf(x);
    }
}
