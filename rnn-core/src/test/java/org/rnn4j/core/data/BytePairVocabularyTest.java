package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.core.config.Registry;

final class BytePairVocabularyTest {
    private static final String TEXT =
            "low low low low low lower lower newest newest newest newest newest newest widest" + " widest widest";

    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private static Vocabulary trained(int size, SpecialSymbol... special) {
        return Vocabulary.builder(Level.BYTE_PAIR)
                .with(special)
                .maxSize(size)
                .count(TEXT)
                .build();
    }

    /** The example of Sennrich et al. 2016, section 3.2: e s, then es t, then l o. */
    @Test
    void theMostFrequentPairComesFirst() {
        List<String> merges = trained(260).merges().orElseThrow().merges().stream()
                .map(BytePairs.Merge::joined)
                .toList();
        assertEquals(List.of("es", "est", "lo", "low"), merges);
    }

    @Test
    void symbolsAreTheLongestThatWereLearnt() {
        Vocabulary vocabulary = trained(256 + 30);
        assertEquals(1, vocabulary.encode(" newest").length);
        assertTrue(vocabulary.encode(" lowest").length < 7);
        assertEquals(256 + vocabulary.merges().orElseThrow().merges().size(), vocabulary.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "low  lowest\n\n\tnew",
                "Größe, naïve 東京 🦕!",
                "<EOS> is text",
                "a\r\nb ",
                "…  x",
                "\u0000\uFEFFĠ"
            })
    void anyTextComesBackExactly(String text) {
        Vocabulary vocabulary = trained(270, SpecialSymbol.END, SpecialSymbol.PADDING);
        assertEquals(text, vocabulary.decode(vocabulary.encode(text)));
    }

    @Test
    void noSymbolIsTakenForASpecialOne() {
        Vocabulary vocabulary = Vocabulary.builder(Level.BYTE_PAIR)
                .with(SpecialSymbol.END)
                .count("<EOS> <EOS> <EOS> <EOS>")
                .build();
        assertEquals("<EOS>", vocabulary.decode(vocabulary.encode("<EOS>")));
    }

    @Test
    void jsonReadsBackToTheSame() {
        Vocabulary vocabulary = trained(280, SpecialSymbol.END);
        Vocabulary read = Vocabulary.fromJson(vocabulary.toJson());
        assertEquals(vocabulary, read);
        assertArrayEquals(vocabulary.encode("the newest"), read.encode("the newest"));
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() {
        Vocabulary vocabulary = trained(256);
        int[] broken = {vocabulary.id("ǃ").orElseThrow()};
        assertEquals("\uFFFD", vocabulary.decode(broken));
    }

    @Test
    void fewerSymbolsThanBytes() {
        DataErrors.assertMessage(() -> trained(255), """
                A vocabulary of byte pairs with 255 symbols
                  bytes  256
                  fix    give it 256 symbols or more: every byte is one""");
        Path file = DataErrors.file(folder, "a.txt", TEXT);
        DataErrors.assertMessage(
                () -> REGISTRY.create(
                        DataSource.class, "lines", Map.of("file", file, "level", "bytePair", "vocabularySize", 10)),
                """
                vocabularySize is less than the 256 bytes that byte pairs are made of at vocabularySize (code)
                  given  10
                  fix    give 256 or more""");
    }

    @Test
    void pairsAreThoseOfTheTrainingPart() {
        Path file = DataErrors.file(folder, "a.txt", TEXT.replace(' ', '\n'));
        Path other = DataErrors.file(folder, "b.txt", "zzzz zzzz zzzz 東京\n");
        Dataset data = REGISTRY.create(
                        DataSource.class,
                        "lines",
                        Map.of("file", file, "testFile", other, "level", "bytePair", "validation", 0))
                .read(1, Optional.empty());
        Vocabulary vocabulary = data.encoding().vocabulary().orElseThrow();
        assertTrue(vocabulary.id("newest").isPresent());
        assertTrue(vocabulary.id("zz").isEmpty());
        assertEquals(1, data.test().orElseThrow().examples());
    }
}
