package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.engine.Batch;

final class TextSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private DataSource source(String text, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("file", DataErrors.file(folder, "text.txt", text));
        return REGISTRY.create(DataSource.class, "text", all);
    }

    private Dataset read(String text, Map<String, ?> options) {
        return source(text, options).read(1, Optional.empty());
    }

    @Test
    void streamsAreConsecutivePiecesAndEverySymbolIsATargetOnce() {
        // a=0 … g=6; six targets in two streams: abc → bcd, def → efg
        DataPart part = read("abcdefg", Map.of("validation", 0)).training();
        Epoch epoch = part.epoch(Feeding.of(2, 1).withTruncatedBptt(2), 0);
        assertEquals(2, epoch.size());
        Segment first = epoch.segment(0);
        Segment second = epoch.segment(1);
        assertArrayEquals(new int[] {0, 3, 1, 4}, first.batch().input().ids());
        assertArrayEquals(
                new int[] {1, 4, 2, 5}, first.batch().target().orElseThrow().ids());
        assertArrayEquals(new int[] {2, 5}, second.batch().input().ids());
        assertArrayEquals(
                new int[] {3, 6}, second.batch().target().orElseThrow().ids());
        assertFalse(first.continues());
        assertTrue(second.continues());
    }

    @Test
    void leftOverStepsMakeTheFirstStreamsLonger() {
        DataPart part = read("abcdefgh", Map.of("validation", 0)).training();
        Epoch epoch = part.epoch(Feeding.of(2, 1).withTruncatedBptt(3), 0);
        Batch last = epoch.segment(1).batch();
        assertArrayEquals(new int[] {1, 0}, last.lengths());
        assertEquals(7, epoch.segment(0).batch().steps() + last.steps());
    }

    @Test
    void theEndOfTheTextIsForValidationAndTest() {
        Dataset data = read("aaaaaaaaaabbbbbccccc", Map.of("validation", 0.25, "test", 0.25));
        assertEquals(9, data.training().steps());
        assertEquals(4, data.validation().orElseThrow().steps());
        assertEquals(4, data.test().orElseThrow().steps());
        Vocabulary vocabulary = data.encoding().vocabulary().orElseThrow();
        Batch validation = data.validation()
                .orElseThrow()
                .inOrder(Feeding.of(8, 1))
                .segment(0)
                .batch();
        assertEquals("bbbb", vocabulary.decode(validation.input().ids()));
        assertEquals(1, validation.batchSize());
    }

    @Test
    void aModelReadsAnotherText() {
        Dataset data = read("abcabc", Map.of("validation", 0));
        Path other = DataErrors.file(folder, "other.txt", "cab");
        assertEquals(
                2, source("abcabc", Map.of()).readWhole(other, data.encoding()).steps());
    }

    @Test
    void windowsLineEndsAreLineFeeds() {
        Dataset data = read("ab\r\nab\r\n", Map.of("validation", 0));
        assertEquals(
                List.of("\n", "a", "b"),
                data.encoding().vocabulary().orElseThrow().symbols());
    }

    @Test
    void onlyOneSymbol() {
        assertMessage(folder, () -> read("aaaa", Map.of("validation", 0)), """
                Only one symbol in DIR/text.txt: nothing can be learnt from it
                  vocabulary  a
                  fix         name a file with a text, or lower minCount""");
    }

    @Test
    void moreStreamsThanSteps() {
        Dataset data = read("abc", Map.of("validation", 0));
        assertMessage(folder, () -> data.training().epoch(Feeding.of(3, 1), 0), """
                The text is too short for its streams (DIR/text.txt:1)
                  steps    2
                  streams  3 (batchSize)
                  fix      lower batchSize, or give a longer text""");
    }

    @Test
    void aPartOfOneSymbol() {
        assertMessage(folder, () -> read("a\nb\nabcdef", Map.of("validation", 0.1)), """
                A part of the text is too short (DIR/text.txt:3)
                  symbols  1
                  fix      give a longer text: one symbol to read and one to predict are the least""");
    }

    @Test
    void aSymbolThatTheModelDoesNotKnow() {
        Dataset data = read("ab\nab\n", Map.of("validation", 0));
        Path other = DataErrors.file(folder, "other.txt", "ab\r\nab\r\nxb\r\n");
        assertMessage(folder, () -> source("ab", Map.of()).readWhole(other, data.encoding()), """
                Symbol 'x' is not in the vocabulary (DIR/other.txt:3)
                  position    character 1 of 'xb'
                  vocabulary  3 characters: \\n a b
                  fix         remove the symbol, or train with "unknown": true in "data\"""");
    }
}
