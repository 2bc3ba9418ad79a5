package org.rnn4j.core.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.math.Categorical;

final class SamplerTest {
    private static final int END = 0;
    private static final Prompt PROMPT = Prompt.of(END, END).withMaxLength(20);
    private static final Sampler SAMPLER = new Sampler(Categorical.atTemperature(1), 7);

    private final TableStepper stepper = new TableStepper(5, 11);

    @Test
    void equalSeedsGiveEqualSequences() {
        assertEquals(SAMPLER.sample(stepper, PROMPT, 50), SAMPLER.sample(stepper, PROMPT, 50));
    }

    @Test
    void anotherSeedGivesOtherSequences() {
        Sampler other = new Sampler(SAMPLER.choice(), 8);
        assertNotEquals(SAMPLER.sample(stepper, PROMPT, 50), other.sample(stepper, PROMPT, 50));
    }

    @Test
    void sequencesDoNotDependOnHowManyAreDrawn() {
        List<Decoded> many = SAMPLER.sample(stepper, PROMPT, 600);
        assertEquals(many.subList(0, 3), SAMPLER.sample(stepper, PROMPT, 3));
        assertEquals(600, many.size());
    }

    @Test
    void temperatureNearZeroIsGreedy() {
        Decoded greedy = Sampler.greedy().sample(stepper, PROMPT);
        assertEquals(List.of(greedy), new Sampler(Categorical.atTemperature(1e-9), 3).sample(stepper, PROMPT, 1));
    }

    @Test
    void topOneIsGreedy() {
        Decoded greedy = Sampler.greedy().sample(stepper, PROMPT);
        Sampler topOne = new Sampler(Categorical.atTemperature(1).withTopK(1), 3);
        assertEquals(List.of(greedy, greedy, greedy), topOne.sample(stepper, PROMPT, 3));
    }

    @Test
    void greedyTakesTheGreatestLogitAtEveryStep() {
        int[] symbols = Sampler.greedy().sample(stepper, PROMPT).symbols();
        int[] read = {END};
        for (int symbol : symbols) {
            double[] logits = stepper.logits(read);
            assertEquals(Arrays.stream(logits).max().orElseThrow(), logits[symbol]);
            read = TableStepper.append(read, symbol);
        }
    }

    @Test
    void frequenciesAreTheNetworksProbabilities() {
        int count = 20_000;
        Map<Integer, Integer> seen = new HashMap<>();
        for (Decoded one : SAMPLER.sample(stepper, PROMPT.withMaxLength(1), count)) {
            seen.merge(one.ended() ? END : one.symbols()[0], 1, Integer::sum);
        }
        double[] expected = SAMPLER.choice().probabilities(stepper.logits(new int[] {END}));
        for (int i = 0; i < expected.length; i++) {
            // Four standard deviations of a frequency are at most 2 / √count.
            assertEquals(expected[i], seen.getOrDefault(i, 0) / (double) count, 2 / Math.sqrt(count));
        }
    }

    @Test
    void sequencesBeginWithThePrefix() {
        for (Decoded one : SAMPLER.sample(stepper, PROMPT.withPrefix(3, 1, 4), 20)) {
            assertArrayEquals(new int[] {3, 1, 4}, Arrays.copyOf(one.symbols(), 3));
        }
    }

    @Test
    void maxLengthDoesNotCountThePrefix() {
        Prompt prompt = Prompt.endless(1).withPrefix(2, 3).withMaxLength(6);
        for (Decoded one : SAMPLER.sample(stepper, prompt, 20)) {
            assertEquals(8, one.symbols().length);
            assertFalse(one.ended());
        }
    }

    @Test
    void theEndIsNotPartOfASequence() {
        List<Decoded> all = SAMPLER.sample(stepper, PROMPT, 100);
        assertTrue(all.stream().anyMatch(Decoded::ended));
        for (Decoded one : all) {
            assertTrue(Arrays.stream(one.symbols()).noneMatch(s -> s == END));
            assertEquals(!one.ended(), one.symbols().length == 20);
        }
    }

    @Test
    void forbiddenSymbolsDoNotAppear() {
        Prompt prompt = PROMPT.withConstraint(Constraint.without(2).and(Constraint.without(END)));
        for (Decoded one : SAMPLER.sample(stepper, prompt, 50)) {
            assertEquals(20, one.symbols().length);
            assertTrue(Arrays.stream(one.symbols()).noneMatch(s -> s == 2));
        }
    }

    @Test
    void logProbabilityIsThatOfTheScorer() {
        for (Decoded one : SAMPLER.sample(stepper, PROMPT, 30)) {
            double[] each = Scorer.logProbabilities(stepper, PROMPT.withPrefix(one.symbols()));
            double expected =
                    Arrays.stream(one.ended() ? each : Arrays.copyOf(each, 20)).sum();
            assertEquals(expected, one.logProbability(), 1e-12);
        }
    }
}
