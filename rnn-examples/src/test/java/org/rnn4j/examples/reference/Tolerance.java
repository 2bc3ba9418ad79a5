package org.rnn4j.examples.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.rnn4j.core.engine.Precision;

/** How close is close, each with its reason. */
enum Tolerance {
    /** The same formula in float64: only the order of roundings differs; near 0, that of numbers of size 1 that cancel. */
    FLOAT64(1e-9, 1e-12),
    /** float32 against float64, through up to some ten steps and two layers. */
    FLOAT32(1e-4, 1e-5),
    /** Float64 against numbers that were rounded to float32 on the way, through five steps and back. */
    ROUNDED_INPUT(2e-6, 2e-6),
    /** 25 updates, each of which carries the rounding of the one before. */
    TRAINING(1e-8, 1e-11),
    /** float32 in the exercises of the course, whose units are saturated: 1 - h² keeps few digits of an h near 1. */
    SATURATED(1e-3, 1e-5),
    /** The tolerance with which Keras asserts its constants: they are of float32. */
    PUBLISHED(1e-5, 1e-5);

    /** Precisions in which recurrent cases are checked. */
    static final List<Precision> PRECISIONS = List.of(Precision.FLOAT64, Precision.FLOAT32);

    private final double relative;
    private final double absolute;

    Tolerance(double relative, double absolute) {
        this.relative = relative;
        this.absolute = absolute;
    }

    /** That of a precision. */
    static Tolerance of(Precision precision) {
        return precision == Precision.FLOAT64 ? FLOAT64 : FLOAT32;
    }

    /** One unit of the last published digit, and at most what numbers with few digits may hide; in float32 what that allows. */
    static double ofDigits(BigDecimal published, Precision precision) {
        double digits = Math.min(1e-5, Math.pow(10, -published.scale()));
        double value = Math.abs(published.doubleValue());
        return precision == Precision.FLOAT64
                ? digits
                : Math.max(digits, SATURATED.absolute + SATURATED.relative * value);
    }

    /** Fails, naming the first difference. */
    void check(String what, double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length, () -> "number of elements of " + what);
        for (int k = 0; k < expected.length; k++) {
            int index = k;
            double allowed = absolute + relative * Math.abs(expected[k]);
            assertEquals(expected[k], actual[k], allowed, () -> what + " at " + index);
        }
    }
}
