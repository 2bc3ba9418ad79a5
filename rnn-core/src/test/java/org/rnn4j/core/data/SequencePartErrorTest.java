package org.rnn4j.core.data;

import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4j.core.engine.Tensor;

final class SequencePartErrorTest {
    private static final Encoding NUMBERS = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), true);
    private static final Encoding SYMBOLS =
            Encoding.nextSymbol(Vocabulary.builder(Level.CHARACTER).count("ab").build());

    private static Example numbers(double... values) {
        int steps = values.length / 2;
        return Example.of(Tensor.of(values, steps, 2), Tensor.of(new double[steps], steps, 1));
    }

    @Test
    void noSequences() {
        assertMessage(() -> SequencePart.of(NUMBERS, List.of()), """
                A part of the data has no sequences
                  fix  give it at least one""");
    }

    @Test
    void notANumberInTheInput() {
        Example bad = new Example(
                Tensor.of(new double[] {1, 2, 3, Double.NaN}, 2, 2),
                Tensor.of(new double[2], 2, 1),
                new TextPlace("series.csv", 12));
        assertMessage(() -> SequencePart.of(NUMBERS, List.of(numbers(1, 2), bad)), """
                Sequence 1 (series.csv:12) has an input that is no finite number
                  found  NaN
                  at     step 1, element 1
                  fix    replace the number, or leave the sequence out""");
    }

    @Test
    void infinityInTheTarget() {
        Example bad = Example.of(
                Tensor.of(new double[] {1, 2}, 1, 2), Tensor.of(new double[] {Double.POSITIVE_INFINITY}, 1, 1));
        assertMessage(() -> SequencePart.of(NUMBERS, List.of(bad)), """
                Sequence 0 has a target that is no finite number
                  found  Infinity
                  at     step 0, element 0
                  fix    replace the number, or leave the sequence out""");
    }

    @Test
    void aSymbolOutsideTheVocabulary() {
        Example bad = Example.of(Tensor.ofIds(new int[] {0, 2}, 2), Tensor.ofIds(new int[] {0, 1}, 2));
        assertMessage(() -> SequencePart.of(SYMBOLS, List.of(bad)), """
                Sequence 0 has an input outside the vocabulary
                  found  2
                  at     step 1
                  fix    give numbers from 0 to 1""");
    }

    @Test
    void vectorsOfAnotherSize() {
        Example bad = Example.of(Tensor.of(new double[3], 1, 3), Tensor.of(new double[1], 1, 1));
        assertMessage(() -> SequencePart.of(NUMBERS, List.of(bad)), """
                Sequence 0 has inputs of the wrong shape
                  wanted  numbers[steps, 2]
                  found   float64[1, 3]
                  fix     give every sequence the same kind and size""");
    }

    @Test
    void targetsOfAnotherLength() {
        Example bad = Example.of(Tensor.of(new double[4], 2, 2), Tensor.of(new double[1], 1, 1));
        assertMessage(() -> SequencePart.of(NUMBERS, List.of(bad)), """
                Sequence 0 has not one target for each step
                  steps    2
                  targets  1
                  fix      give a target for each step""");
    }

    @Test
    void truncatedBpttWithOneTargetASequence() {
        Encoding encoding = new Encoding(new Feature.Numbers(2), new Feature.Numbers(1), false);
        SequencePart part = SequencePart.of(
                encoding, List.of(Example.of(Tensor.of(new double[2], 1, 2), Tensor.of(new double[1], 1))));
        assertMessage(() -> part.epoch(Feeding.of(1, 1).withTruncatedBptt(5), 0), """
                truncatedBptt cuts sequences that have one target each
                  truncatedBptt  5
                  fix            remove truncatedBptt: only targets at every step can be learnt piece by piece""");
    }

    @Test
    void batchSizeOfZero() {
        assertMessage(() -> Feeding.of(0, 1), """
                Out of range: batchSize = 0
                  meaning  examples, or streams of running text, in a batch
                  fix      give it a number at least 1""");
    }
}
