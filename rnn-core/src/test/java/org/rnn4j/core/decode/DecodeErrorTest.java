package org.rnn4j.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rnn4j.api.RnnException;

final class DecodeErrorTest {
    private final TableStepper stepper = new TableStepper(3, 1);

    @Test
    void symbolOfAnotherVocabulary() {
        assertMessage(() -> Sampler.greedy().sample(stepper, Prompt.of(0, 0).withPrefix(1, 3)), """
                Symbol 3 is none of the network's
                  range  0 to 2
                  fix    use the vocabulary that the network was trained with""");
    }

    @Test
    void maxLengthOfZero() {
        assertMessage(() -> Prompt.of(0, 0).withMaxLength(0), """
                Out of range: maxLength = 0
                  meaning  most symbols that are added to the prefix
                  fix      give it a number at least 1""");
    }

    @Test
    void beamOfWidthZero() {
        assertMessage(() -> BeamSearch.of(0), """
                Out of range: width = 0
                  meaning  most hypotheses at a time
                  fix      give it a number at least 1""");
    }

    @Test
    void moreResultsThanTheBeamIsWide() {
        assertMessage(() -> BeamSearch.of(3).withBest(4), """
                A beam of 3 cannot give the best 4
                  fix  widen the beam to at least 4""");
    }

    @Test
    void negativeCount() {
        assertMessage(() -> Sampler.greedy().sample(stepper, Prompt.of(0, 0), -1), """
                Out of range: count = -1
                  meaning  number of sequences
                  fix      give it a number at least 0""");
    }

    @Test
    void networkThatGivesNoNumber() {
        Prompt prompt = Prompt.of(0, 0).withConstraint((symbols, logits) -> logits[1] = Double.NaN);
        String message = """
                The network gives NaN for symbol 1
                  reason  its weights have grown beyond all bounds in training
                  fix     train again with a smaller learningRate, or with clip""";
        assertMessage(() -> Sampler.greedy().sample(stepper, prompt), message);
        assertMessage(() -> BeamSearch.of(2).search(stepper, prompt), message);
    }

    @Test
    void everySymbolForbidden() {
        Prompt prompt = Prompt.of(0, 0).withConstraint(Constraint.without(0, 1, 2));
        assertMessage(() -> Sampler.greedy().sample(stepper, prompt), """
                No symbol is allowed to come next
                  fix  leave at least one symbol allowed""");
    }

    private static void assertMessage(Executable misuse, String message) {
        assertEquals(message, assertThrows(RnnException.class, misuse).getMessage());
    }
}
