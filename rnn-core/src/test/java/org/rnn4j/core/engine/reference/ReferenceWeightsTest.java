package org.rnn4j.core.engine.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.api.expr.Parameter;

class ReferenceWeightsTest {
    private final ReferenceWeights weights = new ReferenceWeights(List.of(parameter("W", 2, 3), parameter("b", 2, 1)));

    private static Parameter parameter(String name, int rows, int columns) {
        return new Parameter(name, rows, columns, Parameter.Role.INPUT, Parameter.Structure.DENSE, Initializer.zeros());
    }

    @BeforeEach
    void fill() {
        weights.set("W", new double[] {1, -2, 3, -4, 5, -6});
        weights.set("b", new double[] {3, -4});
    }

    @Test
    void numbersAreRowMajorAndCopied() {
        assertEquals(-4, weights.matrix("W").getEntry(1, 0));
        weights.get("W")[0] = 9;
        assertArrayEquals(new double[] {1, -2, 3, -4, 5, -6}, weights.get("W"));
    }

    @Test
    void normsAreThoseOfAllNumbers() {
        assertEquals(7, weights.norm("b", 1));
        assertEquals(5, weights.norm("b", 2));
        assertEquals(4, weights.norm("b", Double.POSITIVE_INFINITY));
        assertEquals(Math.cbrt(27 + 64), weights.norm("b", 3), 1e-12);
    }

    @Test
    void scaleAndLimitChangeEveryNumber() {
        weights.scale(2);
        weights.scale("b", 0.5);
        weights.limit(7);
        assertArrayEquals(new double[] {2, -4, 6, -7, 7, -7}, weights.get("W"));
        assertArrayEquals(new double[] {3, -4}, weights.get("b"));
        weights.clear();
        assertArrayEquals(new double[6], weights.get("W"));
    }

    @Test
    void limitKeepsWhatIsNotANumber() {
        weights.set("b", new double[] {Double.NaN, 1});
        weights.limit(1);
        assertFalse(weights.isFinite("b"));
        assertTrue(weights.isFinite("W"));
    }

    @Test
    void unknownNamesAndOtherSizesAreRefused() {
        String message =
                assertThrows(ShapeException.class, () -> weights.get("V")).getMessage();
        assertTrue(message.contains("No parameter 'V'") && message.contains("W, b"), message);
        assertThrows(ShapeException.class, () -> weights.set("W", new double[5]));
    }
}
