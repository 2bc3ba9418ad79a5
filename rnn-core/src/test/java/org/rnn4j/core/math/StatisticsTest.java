package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class StatisticsTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void meanMedianAndSpread() {
        double[] values = {4, 1, 3, 2};
        assertEquals(2.5, Statistics.mean(values));
        assertEquals(2.5, Statistics.median(values));
        assertEquals(Math.sqrt(5.0 / 3), Statistics.standardDeviation(values), ROUNDING);
        assertArrayEquals(new double[] {4, 1, 3, 2}, values);
    }

    @Test
    void quantilesAreThoseOfNumPy() {
        double[] values = {15, 20, 35, 40, 50};
        assertEquals(15, Statistics.quantile(values, 0));
        assertEquals(29, Statistics.quantile(values, 0.4), ROUNDING);
        assertEquals(48, Statistics.quantile(values, 0.95), ROUNDING);
        assertEquals(50, Statistics.quantile(values, 1));
        assertEquals(3, Statistics.quantile(new double[] {3}, 0.7));
    }

    @Test
    void noValuesHaveNoStatistics() {
        double[] none = {};
        assertTrue(Double.isNaN(Statistics.mean(none)));
        assertTrue(Double.isNaN(Statistics.median(none)));
        assertTrue(Double.isNaN(Statistics.quantile(none, 0)));
        assertTrue(Double.isNaN(Statistics.standardDeviation(none)));
    }

    @Test
    void quantileOutsideOfZeroToOneIsAnError() {
        for (double fraction : new double[] {-0.1, 1.1, Double.NaN}) {
            var error =
                    assertThrows(IllegalArgumentException.class, () -> Statistics.quantile(new double[] {1}, fraction));
            assertTrue(error.getMessage().startsWith("No quantile at " + fraction + "\n  allowed  0 to 1\n  fix"));
        }
    }

    @Test
    void logSumExpNeitherOverflowsNorUnderflows() {
        assertEquals(Math.log(6), Statistics.logSumExp(new double[] {0, Math.log(2), Math.log(3)}), ROUNDING);
        assertEquals(1000 + Math.log(2), Statistics.logSumExp(new double[] {1000, 1000}), ROUNDING);
        assertEquals(-1000 + Math.log(2), Statistics.logSumExp(new double[] {-1000, -1000}), ROUNDING);
        assertEquals(5, Statistics.logSumExp(new double[] {5, Double.NEGATIVE_INFINITY}));
    }

    @Test
    void logSumExpOfInfinitiesAndNothing() {
        assertEquals(Double.NEGATIVE_INFINITY, Statistics.logSumExp(new double[] {}));
        assertEquals(Double.NEGATIVE_INFINITY, Statistics.logSumExp(new double[] {Double.NEGATIVE_INFINITY}));
        assertEquals(Double.POSITIVE_INFINITY, Statistics.logSumExp(new double[] {1, Double.POSITIVE_INFINITY}));
        assertTrue(Double.isNaN(Statistics.logSumExp(new double[] {1, Double.NaN})));
    }
}
