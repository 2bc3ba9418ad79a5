package org.rnn4j.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class CategoricalErrorTest {
    private static final double[] LOGITS = {1, 2};

    @Test
    void negativeTemperature() {
        assertMessage(() -> Categorical.atTemperature(-0.5), """
                temperature is -0.5
                  allowed  0 (greedy) or more, finite
                  fix      correct the number""");
    }

    @Test
    void infiniteTemperature() {
        assertMessage(() -> Categorical.atTemperature(Double.POSITIVE_INFINITY), """
                temperature is Infinity
                  allowed  0 (greedy) or more, finite
                  fix      correct the number""");
    }

    @Test
    void topKOfZero() {
        assertMessage(() -> Categorical.greedy().withTopK(0), """
                topK is 0
                  allowed  1 or more; Categorical.ALL for all tokens
                  fix      correct the number""");
    }

    @Test
    void topPOfZero() {
        assertMessage(() -> Categorical.greedy().withTopP(0), """
                topP is 0.0
                  allowed  more than 0, up to 1 (all tokens)
                  fix      correct the number""");
    }

    @Test
    void topPThatIsNoNumber() {
        assertMessage(() -> Categorical.greedy().withTopP(Double.NaN), """
                topP is NaN
                  allowed  more than 0, up to 1 (all tokens)
                  fix      correct the number""");
    }

    @Test
    void uniformNumberOfOne() {
        assertMessage(() -> Categorical.greedy().sample(LOGITS, 1), """
                uniform is 1.0
                  allowed  0 or more, less than 1
                  fix      correct the number""");
    }

    @Test
    void logitThatIsNoNumber() {
        assertMessage(() -> Categorical.greedy().sample(new double[] {1, Double.NaN, 2}, 0), """
                Cannot choose a token: a logit is NaN
                  token  1 of 3
                  fix    find the NaN or overflow in the network; -Infinity is the way to forbid a token""");
    }

    @Test
    void infiniteLogit() {
        assertMessage(() -> Categorical.greedy().sample(new float[] {Float.POSITIVE_INFINITY}, 0), """
                Cannot choose a token: a logit is Infinity
                  token  0 of 1
                  fix    find the NaN or overflow in the network; -Infinity is the way to forbid a token""");
    }

    @Test
    void everyTokenForbidden() {
        assertMessage(() -> Categorical.atTemperature(1).probabilities(new double[] {Double.NEGATIVE_INFINITY}), """
                Cannot choose a token: there is none to choose
                  tokens     1
                  forbidden  1 (logit -Infinity)
                  fix        leave at least one token allowed""");
    }

    @Test
    void noTokens() {
        assertMessage(() -> Categorical.greedy().sample(new double[0], 0), """
                Cannot choose a token: there is none to choose
                  tokens     0
                  forbidden  0 (logit -Infinity)
                  fix        leave at least one token allowed""");
    }

    private static void assertMessage(Executable misuse, String message) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, misuse).getMessage());
    }
}
