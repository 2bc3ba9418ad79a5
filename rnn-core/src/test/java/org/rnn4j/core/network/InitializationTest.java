package org.rnn4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.expr.Parameter;

class InitializationTest {
    private static double[] drawn(int rows, int columns, Initializer initializer) {
        Parameter parameter = new Parameter(
                "layers.0.W", rows, columns, Parameter.Role.INPUT, Parameter.Structure.DENSE, initializer);
        return Initialization.values(parameter, 3);
    }

    private static double largest(double... values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static double deviation(double... values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    @Test
    void constantsAreConstant() {
        assertArrayEquals(new double[] {2, 2, 2}, drawn(3, 1, Initializer.constant(2)));
        assertArrayEquals(new double[3], drawn(3, 1, Initializer.zeros()));
    }

    @Test
    void identityHasTheNumberOnTheDiagonal() {
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0}, drawn(2, 3, Initializer.identity()));
        assertArrayEquals(new double[] {3, 0, 0, 3, 0, 0}, drawn(3, 2, new Initializer.Identity(3)));
    }

    @Test
    void uniformFillsItsRange() {
        double[] values = drawn(100, 100, Initializer.uniform(-0.5, 1.5));
        assertTrue(Arrays.stream(values).allMatch(v -> v >= -0.5 && v < 1.5));
        assertEquals(0.5, Arrays.stream(values).average().orElseThrow(), 0.02);
    }

    @Test
    void normalHasItsStandardDeviation() {
        assertEquals(0.3, deviation(drawn(100, 100, Initializer.normal(0.3))), 0.01);
    }

    @Test
    void glorotScalesByBothFans() {
        double bound = Math.sqrt(6.0 / (60 + 140));
        double[] uniform = drawn(60, 140, Initializer.glorotUniform());
        assertTrue(largest(uniform) <= bound);
        assertEquals(bound, largest(uniform), 0.01 * bound);
        assertEquals(Math.sqrt(2.0 / 200), deviation(drawn(60, 140, Initializer.glorotNormal())), 0.003);
    }

    @Test
    void heScalesByTheFanIn() {
        double bound = Math.sqrt(6.0 / 140);
        assertEquals(bound, largest(drawn(60, 140, Initializer.heUniform())), 0.01 * bound);
        assertEquals(Math.sqrt(2.0 / 140), deviation(drawn(60, 140, Initializer.heNormal())), 0.004);
    }

    @Test
    void orthogonalHasOrthonormalRows() {
        double[] w = drawn(3, 5, Initializer.orthogonal());
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                double dot = 0;
                for (int j = 0; j < 5; j++) dot += w[i * 5 + j] * w[k * 5 + j];
                assertEquals(i == k ? 1 : 0, dot, 1e-12);
            }
        }
    }
}
