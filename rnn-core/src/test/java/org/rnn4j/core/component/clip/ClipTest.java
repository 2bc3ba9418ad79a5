package org.rnn4j.core.component.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;

class ClipTest {
    @Test
    void eachParameterIsClippedByItsOwnNorm() {
        double[] large = {3, 4};
        double[] small = {0.3, 0.4};
        Clip.parameterNorm(1).apply(List.of(large, small));
        assertArrayEquals(new double[] {0.6, 0.8}, large, 1e-6);
        assertArrayEquals(new double[] {0.3, 0.4}, small);
    }

    @Test
    void oneFactorServesAllParametersUnderTheGlobalNorm() {
        double[] a = {3};
        double[] b = {4};
        Clip.globalNorm(1).apply(List.of(a, b));
        assertEquals(3.0 / 4, a[0] / b[0], 1e-15);
        assertEquals(1, Norm.L2.of(a[0], b[0]), 1e-6);
    }

    @Test
    void gradientsOfZeroStayZero() {
        double[] g = {0, 0};
        Clip.globalNorm(1).apply(List.of(g));
        assertArrayEquals(new double[2], g);
    }

    @Test
    void whatIsNotANumberIsNotHidden() {
        for (Norm norm : Norm.values()) {
            double[] g = {1, Double.NaN};
            new Clip.GlobalNorm(1, norm).apply(List.of(g));
            assertTrue(Double.isNaN(g[0]), norm::toString);
            double[] infinite = {1, Double.POSITIVE_INFINITY};
            new Clip.GlobalNorm(1, norm).apply(List.of(infinite));
            assertTrue(Double.isNaN(infinite[1]), norm::toString);
        }
        assertTrue(Double.isNaN(new Clip.Value(1).clipped(Double.NaN)));
    }

    @Test
    void theNormOfNormsIsTheNormOfTheWhole() {
        for (Norm norm : Norm.values()) {
            double whole = norm.of(1, -2, 3, -4);
            assertEquals(whole, norm.of(norm.of(1, -2), norm.of(3, -4)), 1e-15);
            double left = norm.gather(norm.gather(0, 1), -2);
            double right = norm.gather(norm.gather(0, 3), -4);
            assertEquals(whole, norm.finish(norm.join(left, right)), 1e-15);
        }
    }

    @Test
    void aBoundOfZeroIsRefused() {
        assertThrows(ConfigException.class, () -> Clip.globalNorm(0));
        assertThrows(ConfigException.class, () -> Clip.parameterNorm(-1));
        assertThrows(ConfigException.class, () -> Clip.value(Double.NaN));
    }
}
