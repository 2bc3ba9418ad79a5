package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class VocabularyTest {
    private static final Vocabulary ABBA = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("abbc")
            .build();

    @Test
    void specialSymbolsComeFirstThenFrequentOnesThenByCharacter() {
        assertEquals(List.of("<EOS>", "b", "a", "c"), ABBA.symbols());
        assertEquals(OptionalInt.of(0), ABBA.id(SpecialSymbol.END));
        assertEquals(2, ABBA.count(1));
        assertEquals(1, ABBA.count(0));
    }

    @Test
    void encodingAndDecodingAreInverse() {
        assertArrayEquals(new int[] {2, 1, 3}, ABBA.encode("abc"));
        assertEquals("abc", ABBA.decode(new int[] {2, 1, 3}));
        assertArrayEquals(new int[0], ABBA.encode(""));
    }

    @Test
    void endAndPaddingAreNotDecoded() {
        Vocabulary padded = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.PADDING, SpecialSymbol.END)
                .count("a")
                .build();
        assertEquals(List.of("<EOS>", "<PAD>", "a"), padded.symbols());
        assertEquals("a", padded.decode(new int[] {0, 2, 1, 1}));
    }

    @Test
    void charactersOutsideTheBasicPlaneAreOneSymbol() {
        Vocabulary emoji = Vocabulary.builder(Level.CHARACTER).count("🦕🦖🦕").build();
        assertEquals(2, emoji.size());
        assertArrayEquals(new int[] {1, 0}, emoji.encode("🦖🦕"));
    }

    @Test
    void specialNamesAreOrdinaryTextForCharacters() {
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.END)
                .count("<EOS>")
                .build();
        assertEquals("<EOS>", vocabulary.decode(vocabulary.encode("<EOS>")));
        assertEquals(6, vocabulary.size());
    }

    @Test
    void unknownSymbolStandsForAllOthers() {
        Vocabulary vocabulary = Vocabulary.builder(Level.WORD)
                .with(SpecialSymbol.UNKNOWN)
                .minCount(2)
                .count("the cat saw the other cat")
                .build();
        assertEquals(List.of("<UNK>", "cat", "the"), vocabulary.symbols());
        assertArrayEquals(new int[] {2, 0, 0}, vocabulary.encode("the dog <UNK>"));
    }

    @Test
    void specialSymbolsAreCountedByWhatTheyStandFor() {
        Vocabulary vocabulary = Vocabulary.builder(Level.WORD)
                .with(SpecialSymbol.values())
                .minCount(2)
                .count("the cat saw the other cat")
                .count("the <UNK> the <EOS>")
                .build();
        assertEquals(List.of("<EOS>", "<UNK>", "<PAD>", "the", "cat"), vocabulary.symbols());
        assertArrayEquals(new long[] {3, 3, 0, 4, 2}, vocabulary.counts());
    }

    @Test
    void sizeLimitKeepsTheMostFrequent() {
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.UNKNOWN)
                .maxSize(1)
                .count("xyzzy")
                .build();
        assertEquals(List.of("<UNK>", "y"), vocabulary.symbols());
    }

    @Test
    void lowercaseIsRememberedForLaterTexts() {
        Vocabulary vocabulary =
                Vocabulary.builder(Level.CHARACTER).lowercase(true).count("Ab").build();
        assertEquals(List.of("a", "b"), vocabulary.symbols());
        assertArrayEquals(new int[] {0, 1}, vocabulary.encode("AB"));
    }

    @Test
    void wordsKeepApostrophesAndSplitPunctuation() {
        Vocabulary vocabulary = Vocabulary.builder(Level.WORD)
                .count("Don't stop, well-known <UNK> (man)!\nGo.")
                .build();
        String text = "Don't stop, well-known <UNK> (man)!\nGo.";
        assertEquals(text, vocabulary.decode(vocabulary.encode(text)));
        assertEquals(12, vocabulary.size());
    }

    @Test
    void startIsTheEndSymbolElseALineFeedElseTheMostFrequent() {
        assertEquals(0, ABBA.start());
        Vocabulary text = Vocabulary.builder(Level.CHARACTER).count("aa\n").build();
        assertEquals("\n", text.symbol(text.start()));
        Vocabulary other = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.UNKNOWN)
                .count("abb")
                .build();
        assertEquals("b", other.symbol(other.start()));
    }

    @Test
    void jsonReadsBackToTheSame() {
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.END, SpecialSymbol.UNKNOWN)
                .lowercase(true)
                .count("\"\\\n\u00e9🦕")
                .build();
        assertEquals(vocabulary, Vocabulary.fromJson(vocabulary.toJson()));
        assertEquals(
                "{\"level\":\"character\",\"lowercase\":false,\"special\":[\"end\"],"
                        + "\"symbols\":[\"<EOS>\",\"b\",\"a\",\"c\"],\"counts\":[1,2,1,1]}",
                ABBA.toJson());
    }

    @Test
    void paddingIsNeitherCountedNorEncoded() {
        for (Level level : Level.values()) {
            VocabularyBuilder builder =
                    Vocabulary.builder(level).lowercase(true).with(SpecialSymbol.PADDING);
            Vocabulary padded = builder.count("a cat<PAD> <PAD>").build();
            assertEquals("<PAD>", padded.symbol(0));
            assertArrayEquals(padded.encode("a cat"), padded.encode("<PAD>a cat<pad><PAD>"), level::toString);
            assertEquals("a cat", padded.decode(padded.encode("<PAD>a cat<PAD>")), level::toString);
        }
    }

    @Test
    void withoutASymbolForItPaddingIsText() {
        Vocabulary plain = Vocabulary.builder(Level.WORD).count("a <PAD>").build();
        assertEquals(2, plain.encode("a <PAD>").length);
    }
}
