package org.rnn4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Accuracy over the whole range of floats, one in about 2000 of them, against double arithmetic. */
class FloatMathTest {
    // Largest errors in ulp, found over one float in eleven: exp 1.00, sigmoid 2.48, tanh 4.70, log 0.84, softplus
    // 2.80.
    private static final double EXP_ULP = 1.1;
    private static final double SIGMOID_ULP = 2.6;
    private static final double TANH_ULP = 5.2;
    private static final double LOG_ULP = 0.9;
    private static final double SOFTPLUS_ULP = 3;

    private static final int STEP = 2017;

    private interface FloatFunction {
        float apply(float x);
    }

    @Test
    void expIsAccurate() {
        assertAccurate(FloatMath::exp, StrictMath::exp, EXP_ULP);
    }

    @Test
    void sigmoidIsAccurate() {
        assertAccurate(FloatMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), SIGMOID_ULP);
    }

    @Test
    void tanhIsAccurate() {
        assertAccurate(FloatMath::tanh, StrictMath::tanh, TANH_ULP);
    }

    @Test
    void logIsAccurate() {
        assertAccurate(
                FloatMath::log, x -> StrictMath.log(0 < x && x < Float.MIN_NORMAL ? Float.MIN_NORMAL : x), LOG_ULP);
    }

    @Test
    void softplusIsAccurate() {
        assertAccurate(
                FloatMath::softplus,
                x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))),
                SOFTPLUS_ULP);
    }

    private static void assertAccurate(FloatFunction function, DoubleUnaryOperator exact, double ulps) {
        for (long bits = 0; bits < 1L << 32; bits += STEP) {
            float x = Float.intBitsToFloat((int) bits);
            float y = function.apply(x);
            double expected = exact.applyAsDouble(x);
            float rounded = (float) expected;
            if (Float.isNaN(rounded) || Float.isInfinite(rounded)) {
                assertEquals(rounded, y, "at " + x);
            } else if (Math.abs(rounded) < Float.MIN_NORMAL) {
                assertEquals(expected, y, Float.MIN_NORMAL, "at " + x);
            } else {
                double error = Math.abs(y - expected) / Math.ulp(rounded);
                assertTrue(error <= ulps, () -> "error of " + error + " ulp at " + x + ": " + y);
            }
        }
    }

    @Test
    void sigmoidSaturates() {
        assertEquals(1f, FloatMath.sigmoid(800f));
        assertEquals(1f, FloatMath.sigmoid(Float.POSITIVE_INFINITY));
        assertEquals(0f, FloatMath.sigmoid(-800f));
        assertEquals(0f, FloatMath.sigmoid(Float.NEGATIVE_INFINITY));
        assertEquals(0.5f, FloatMath.sigmoid(0f));
    }

    @Test
    void tanhSaturatesAndNeverPassesOne() {
        for (float x : new float[] {10f, 800f, 1e20f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(1f, FloatMath.tanh(x));
            assertEquals(-1f, FloatMath.tanh(-x));
        }
        for (float x = 6f; x < 10f; x = Math.nextUp(x)) {
            assertTrue(FloatMath.tanh(x) <= 1f);
        }
    }

    @Test
    void zerosKeepTheirSigns() {
        assertEquals(0f, FloatMath.tanh(0f));
        assertEquals(-0f, FloatMath.tanh(-0f));
        assertEquals(1f, FloatMath.exp(0f));
        assertEquals(1f, FloatMath.exp(-0f));
        assertEquals(0f, FloatMath.log(1f));
    }

    @Test
    void subnormalNumbersAreTakenWithoutOverflow() {
        assertEquals(Float.MIN_VALUE, FloatMath.tanh(Float.MIN_VALUE));
        assertEquals((float) StrictMath.log(Float.MIN_NORMAL), FloatMath.log(Float.MIN_VALUE));
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(-0f));
    }

    @Test
    void expOverflowsToInfinityAndUnderflowsToZero() {
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(88.73f));
        assertEquals(0f, FloatMath.exp(-104f));
        assertEquals(0f, FloatMath.exp(Float.NEGATIVE_INFINITY));
    }

    @Test
    void notANumberPropagates() {
        for (int payload : new int[] {0x7FC00000, 0x7FC00001, 0x7FC0ABCD, 0xFFC00001, 0x7F800001}) {
            float nan = Float.intBitsToFloat(payload);
            assertTrue(Float.isNaN(FloatMath.exp(nan)));
            assertTrue(Float.isNaN(FloatMath.sigmoid(nan)));
            assertTrue(Float.isNaN(FloatMath.tanh(nan)));
            assertTrue(Float.isNaN(FloatMath.log(nan)));
            assertTrue(Float.isNaN(FloatMath.softplus(nan)));
        }
    }
}
