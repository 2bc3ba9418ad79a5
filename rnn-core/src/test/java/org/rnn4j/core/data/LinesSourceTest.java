package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.engine.Batch;

final class LinesSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private Dataset read(String text, Map<String, ?> options, long seed) {
        Path file = DataErrors.file(folder, "lines.txt", text);
        Map<String, Object> all = new java.util.HashMap<>(options);
        all.put("file", file);
        return REGISTRY.create(DataSource.class, "lines", all).read(seed, Optional.empty());
    }

    private static Set<String> texts(DataPart part, Vocabulary vocabulary) {
        return ((SequencePart) part)
                .list().stream().map(e -> vocabulary.decode(e.input().ids())).collect(Collectors.toSet());
    }

    @Test
    void targetsAreTheNextSymbolsAndTheEnd() {
        Dataset data = read("ab\n", Map.of("validation", 0), 1);
        Batch batch = data.training().epoch(Feeding.of(1, 1), 0).segment(0).batch();
        assertArrayEquals(new int[] {0, 1, 2}, batch.input().ids());
        assertArrayEquals(new int[] {1, 2, 0}, batch.target().orElseThrow().ids());
        assertTrue(data.encoding().isNextSymbol());
        assertTrue(data.validation().isEmpty());
    }

    @Test
    void windowsLineEndsByteOrderMarkAndMissingLastLineEndChangeNothing() {
        Dataset plain = read("ab\nba\n", Map.of("validation", 0), 1);
        for (String text :
                List.of("ab\r\nba\r\n", "\uFEFFab\nba\n", "ab\nba", "\n ab\n".strip() + "\n\n  \nba", "ab\rba\r")) {
            Dataset same = read(text, Map.of("validation", 0), 1);
            assertEquals(plain.encoding(), same.encoding());
            assertEquals(
                    texts(plain.training(), plain.encoding().vocabulary().orElseThrow()),
                    texts(same.training(), same.encoding().vocabulary().orElseThrow()));
        }
    }

    @Test
    void longLinesAreCutWithoutAnEnd() {
        Dataset data = read("abc\n", Map.of("validation", 0, "maxLength", 2), 1);
        Example example = ((SequencePart) data.training()).list().get(0);
        assertArrayEquals(new int[] {0, 1}, example.input().ids());
        assertArrayEquals(new int[] {1, 2}, example.target().ids());
    }

    @Test
    void partsAreDisjointCompleteAndDependOnTheSeed() {
        String text = IntStream.range(0, 100).mapToObj(i -> "line" + i / 2).collect(Collectors.joining("\n"));
        Map<String, Object> shares = Map.of("validation", 0.2, "test", 0.1);
        Dataset data = read(text, shares, 7);
        Vocabulary vocabulary = data.encoding().vocabulary().orElseThrow();
        Set<String> training = texts(data.training(), vocabulary);
        Set<String> validation = texts(data.validation().orElseThrow(), vocabulary);
        Set<String> test = texts(data.test().orElseThrow(), vocabulary);
        assertEquals(List.of(35, 10, 5), List.of(training.size(), validation.size(), test.size()));
        Set<String> all = new HashSet<>(training);
        all.addAll(validation);
        all.addAll(test);
        assertEquals(50, all.size());
        assertEquals(70, data.training().examples());
        assertEquals(validation, texts(read(text, shares, 7).validation().orElseThrow(), vocabulary));
        assertNotEquals(validation, texts(read(text, shares, 8).validation().orElseThrow(), vocabulary));
    }

    @Test
    void aKnownVocabularyIsKept() {
        Path file = DataErrors.file(folder, "known.txt", "ba\n");
        Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER)
                .with(SpecialSymbol.END)
                .count("zzba")
                .build();
        DataSource source = REGISTRY.create(DataSource.class, "lines", Map.of("file", file, "validation", 0));
        Dataset data = source.read(1, Optional.of(Encoding.nextSymbol(vocabulary)));
        assertArrayEquals(
                new int[] {0, 3, 2},
                ((SequencePart) data.training()).list().get(0).input().ids());
        DataPart whole = source.readWhole(file, data.encoding());
        assertEquals(3, whole.steps());
    }

    @Test
    void wordsOfTheTrainingPartOnlyAreInTheVocabulary() {
        String text = IntStream.range(0, 20).mapToObj(i -> "w" + i).collect(Collectors.joining("\n"));
        Dataset data = read(text, Map.of("level", "word", "validation", 0.5), 3);
        // <EOS>, <UNK> and ten words
        assertEquals(12, data.encoding().input().size());
        int unknown = data.encoding()
                .vocabulary()
                .orElseThrow()
                .id(SpecialSymbol.UNKNOWN)
                .orElseThrow();
        SequencePart validation = (SequencePart) data.validation().orElseThrow();
        assertTrue(validation.list().stream().allMatch(e -> e.target().ids()[0] == unknown));
    }

    @Test
    void stepsOfPaddingAreNotThere() {
        Map<String, Object> options = Map.of("validation", 0, "level", "word", "padding", true);
        Dataset data = read("the cat <PAD> <PAD>\nthe other cat <PAD>\n", options, 1);
        Vocabulary vocabulary = data.encoding().vocabulary().orElseThrow();
        assertEquals(List.of("<EOS>", "<UNK>", "<PAD>", "cat", "the", "other"), vocabulary.symbols());
        assertEquals(3 + 4, data.training().steps());
        assertEquals(Set.of("the cat", "the other cat"), texts(data.training(), vocabulary));
    }
}
