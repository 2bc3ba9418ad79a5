package org.rnn4j.core.data;

import static org.rnn4j.core.data.DataErrors.assertMessage;

import org.junit.jupiter.api.Test;

final class VocabularyErrorTest {
    private static final Vocabulary LETTERS = Vocabulary.builder(Level.CHARACTER)
            .with(SpecialSymbol.END)
            .count("abcab")
            .build();

    @Test
    void unknownCharacter() {
        assertMessage(() -> LETTERS.encode("abéc"), """
                Symbol 'é' is not in the vocabulary
                  position    character 3 of 'abéc'
                  vocabulary  4 characters: <EOS> a b c
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }

    @Test
    void unknownCharacterOfAFile() {
        TextPlace begin = new TextPlace("names.txt", 14);
        assertMessage(() -> LETTERS.encode("abéc", begin), """
                Symbol 'é' is not in the vocabulary (names.txt:14)
                  position    character 3 of 'abéc'
                  vocabulary  4 characters: <EOS> a b c
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }

    @Test
    void unknownCharacterAfterLineFeedsOfTheText() {
        Vocabulary text = Vocabulary.builder(Level.CHARACTER).count("ab\n").build();
        assertMessage(() -> text.encode("ab\nab\nb\tb\nab", new TextPlace("book.txt", 1)), """
                Symbol '\\t' is not in the vocabulary (book.txt:3)
                  position    character 2 of 'b\\tb'
                  vocabulary  3 characters: \\n a b
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }

    @Test
    void unknownWordInALongLine() {
        Vocabulary words =
                Vocabulary.builder(Level.WORD).count("one two three four").build();
        assertMessage(() -> words.encode("one two three four one two tree four three two one"), """
                Symbol 'tree' is not in the vocabulary
                  position    word 7 of '…three four one two tree four three two one'
                  vocabulary  4 words: four one three two
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }

    @Test
    void jsonOfSomethingElse() {
        assertMessage(() -> Vocabulary.fromJson("{\"a\":1}"), """
                Not a vocabulary: it has no list 'symbols'
                  fix  use a model file that RNN4J wrote, of this version or an older one""");
    }

    @Test
    void jsonWithASymbolTwice() {
        String json = "{\"level\":\"word\",\"special\":[],\"symbols\":[\"a\",\"a\"],\"counts\":[1,1]}";
        assertMessage(() -> Vocabulary.fromJson(json), """
                Not a vocabulary: a symbol stands twice
                  fix  use a model file that RNN4J wrote, of this version or an older one""");
    }

    @Test
    void jsonOfAnotherLevel() {
        String json = "{\"level\":\"syllable\",\"special\":[],\"symbols\":[\"a\"],\"counts\":[1]}";
        assertMessage(() -> Vocabulary.fromJson(json), """
                Not a vocabulary: its level is "syllable"
                  fix  use a model file that RNN4J wrote, of this version or an older one""");
    }

    @Test
    void jsonThatEndsTooEarly() {
        assertMessage(() -> Vocabulary.fromJson("{\"level\":"), """
                Not a vocabulary: it is not JSON: Unexpected end-of-input within/between Object entries
                  fix  use a model file that RNN4J wrote, of this version or an older one""");
    }

    @Test
    void minimumCountOfZero() {
        assertMessage(() -> Vocabulary.builder(Level.WORD).minCount(0), """
                Out of range: minCount = 0
                  meaning  how often a symbol must stand in the training part to be in the vocabulary
                  fix      give it a number at least 1""");
    }
}
