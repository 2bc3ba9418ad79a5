package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DifferenceQuotientTest {
    private static GradientReport.Entry compared(DoubleUnaryOperator f, double x, double gradient) {
        double[] point = {x};
        DifferenceQuotient quotient = new DifferenceQuotient(f.applyAsDouble(x), 1);
        return quotient.compare("x", point, new double[] {gradient}, () -> f.applyAsDouble(point[0]));
    }

    @Test
    void rightGradientsOfSmoothFunctionsHaveSmallErrors() {
        assertTrue(compared(Math::exp, 1.3, Math.exp(1.3)).worstError() < 1e-10);
        assertTrue(compared(Math::sin, 0.2, Math.cos(0.2)).worstError() < 1e-10);
        assertTrue(compared(a -> 7, 5, 0).worstError() < 1e-10);
    }

    @Test
    void wrongGradientsAreFound() {
        assertTrue(compared(Math::exp, 1.3, Math.exp(1.3) * (1 + 1e-5)).worstError() > 9e-6);
        assertTrue(compared(a -> 7, 5, 1e-3).worstError() > 0.1);
        assertTrue(Double.isNaN(compared(Math::exp, 0, Double.NaN).worstError()));
    }

    @Test
    void atKinksEverySlopeBetweenIsRight() {
        for (double slope : new double[] {0, 0.5, 1}) {
            GradientReport.Entry entry = compared(a -> Math.max(a, 0), 0, slope);
            assertEquals(slope == 0.5 ? 0 : 1, entry.kinks());
            assertTrue(entry.worstError() < 1e-10, entry::toString);
        }
        assertTrue(compared(a -> Math.max(a, 0), 0, 1.1).worstError() > 0.05);
        assertTrue(compared(Math::abs, 3e-5, 1).worstError() < 1e-10);
        assertTrue(compared(Math::abs, 3e-5, -1.2).worstError() > 0.1);
    }

    @Test
    void limitSpreadsElementsEvenly() {
        double[] point = new double[10];
        double[] gradient = new double[10];
        gradient[5] = 1;
        gradient[9] = 1;
        DifferenceQuotient quotient = new DifferenceQuotient(0, 2);
        GradientReport.Entry entry = quotient.compare("x", point, gradient, () -> 0);
        assertEquals(2, entry.compared());
        assertEquals(10, entry.elements());
        assertEquals(5, entry.worstIndex());
    }
}
