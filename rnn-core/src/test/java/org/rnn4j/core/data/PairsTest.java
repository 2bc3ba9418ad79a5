package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.DataException;
import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Tensor;

/** Examples of a source and what is to be said to it. */
class PairsTest {
    private static final Vocabulary READ = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("abc")
            .build();
    private static final Vocabulary SAID = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("xy")
            .build();
    private static final Encoding PAIRS = Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), true), SAID);
    private static final Encoding CLASSES = Encoding.pairs(new Encoding.Source(new Feature.Symbols(READ), false), SAID);

    private static Example pair(int[] source, int... target) {
        int[] input = new int[target.length];
        System.arraycopy(target, 0, input, 1, target.length - 1);
        return Example.of(Tensor.ofIds(input, input.length), Tensor.ofIds(target, target.length))
                .withSource(Tensor.ofIds(source, source.length));
    }

    @Test
    void encodingReadsBackFromJson() {
        assertEquals(PAIRS, Encoding.fromJson(PAIRS.toJson()));
        assertEquals(CLASSES, Encoding.fromJson(CLASSES.toJson()));
        Encoding same = Encoding.pairs(new Encoding.Source(PAIRS.input(), true), SAID);
        assertEquals(same, Encoding.fromJson(same.toJson()));
        Encoding numbers = Encoding.pairs(new Encoding.Source(new Feature.Numbers(3), true), SAID);
        assertEquals(numbers, Encoding.fromJson(numbers.toJson()));
    }

    @Test
    void sourcesKeepLengthsOfTheirOwn() {
        SequencePart part = SequencePart.of(
                PAIRS, List.of(pair(new int[] {1}, 1, 2, 0), pair(new int[] {3, 2, 1}, 0), pair(new int[0], 2, 0)));
        Batch batch = part.inOrder(Feeding.of(3, 0)).segment(0).batch();
        assertArrayEquals(new int[] {3, 2, 1}, batch.lengths());
        Batch.Source source = batch.sources().get(Encoding.SOURCE);
        assertArrayEquals(new int[] {1, 0, 3}, source.lengths());
        assertArrayEquals(new int[] {1, 0, 3, 0, 0, 2, 0, 0, 1}, source.tensor().ids());
    }

    @Test
    void aClassIsOneSymbolForEachExample() {
        Example example = Example.of(Tensor.ofIds(new int[] {0}, 1), Tensor.ofIds(new int[] {0}, 1))
                .withSource(Tensor.ofIds(new int[] {2}));
        Batch batch = SequencePart.of(CLASSES, List.of(example, example))
                .inOrder(Feeding.of(2, 0))
                .segment(0)
                .batch();
        assertArrayEquals(
                new int[] {2, 2}, batch.sources().get(Encoding.SOURCE).tensor().ids());
    }

    @Test
    void examplesAreAlike() {
        Example without = Example.of(Tensor.ofIds(new int[] {0}, 1), Tensor.ofIds(new int[] {0}, 1));
        DataException error = assertThrows(DataException.class, () -> SequencePart.of(PAIRS, List.of(without)));
        assertEquals(
                "Sequence 0 has no source",
                error.getMessage().lines().findFirst().orElseThrow());
        Example unknown = pair(new int[] {7}, 0);
        error = assertThrows(DataException.class, () -> SequencePart.of(PAIRS, List.of(unknown)));
        assertEquals(
                "Sequence 0 has a source outside the vocabulary",
                error.getMessage().lines().findFirst().orElseThrow());
    }

    @Test
    void answersAreNotCut() {
        SequencePart part = SequencePart.of(PAIRS, List.of(pair(new int[] {1}, 1, 2, 0)));
        Feeding cut = new Feeding(1, OptionalInt.of(2), 0);
        assertThrows(ConfigException.class, () -> part.inOrder(cut));
    }
}
