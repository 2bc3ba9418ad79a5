package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.ConfigException;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.engine.Batch;

final class JsonLinesSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private DataSource source(String text, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("validation", 0));
        all.putAll(options);
        all.put("file", DataErrors.file(folder, "lines.jsonl", text));
        return REGISTRY.create(DataSource.class, "jsonLines", all);
    }

    private Dataset read(String text, Map<String, ?> options) {
        return source(text, options).read(1, Optional.empty());
    }

    private static Example example(Dataset data, int number) {
        return ((SequencePart) data.training()).list().get(number);
    }

    private void assertReadMessage(String text, Map<String, ?> options, String expected) {
        assertMessage(folder, () -> read(text, options), expected);
    }

    @Test
    void textWithALabel() {
        Dataset data = read("""
                {"input": "a fine film", "target": "positive"}

                {"input": "a bad film", "target": "negative"}
                """, Map.of("level", "word"));
        assertEquals(Level.WORD, data.encoding().vocabulary().orElseThrow().level());
        assertEquals(2, data.encoding().target().size());
        assertFalse(data.encoding().targetPerStep());
        assertEquals(3, example(data, 0).length());
        assertArrayEquals(new int[] {1}, example(data, 0).target().ids());
        assertArrayEquals(new int[0], example(data, 0).target().shape());
    }

    @Test
    void wordsWithALabelEach() {
        Dataset data = read(
                "{\"words\": [\"New York\", \"said\"], \"tags\": [\"name\", \"other\"]}\n",
                Map.of("input", "words", "target", "tags", "targetPerStep", true));
        assertTrue(data.encoding().vocabulary().orElseThrow().id("New York").isPresent());
        assertArrayEquals(new int[] {0, 1}, example(data, 0).target().ids());
        assertTrue(data.encoding().targetPerStep());
    }

    @Test
    void vectorsWithANumber() {
        Dataset data =
                read("{\"input\": [[0.1, 2], [0.3, 1]], \"target\": 0.7}\n{\"input\": [], \"target\": 1}", Map.of());
        assertEquals(new Feature.Numbers(2), data.encoding().input());
        assertArrayEquals(
                new double[] {0.1, 2, 0.3, 1}, example(data, 0).input().doubles());
        assertArrayEquals(new double[] {0.7}, example(data, 0).target().doubles());
        assertEquals(0, example(data, 1).length());
    }

    @Test
    void numbersWithANumberEach() {
        Dataset data = read("{\"input\": [1, 2], \"target\": [2, 3]}", Map.of("targetPerStep", true));
        assertArrayEquals(new int[] {2, 1}, example(data, 0).input().shape());
        assertArrayEquals(new double[] {2, 3}, example(data, 0).target().doubles());
    }

    @Test
    void aModelReadsAnotherFile() {
        Dataset data = read("{\"input\": \"ab\", \"target\": \"x\"}\n{\"input\": \"ba\", \"target\": \"y\"}", Map.of());
        Path other = DataErrors.file(folder, "other.jsonl", "{\"input\": \"aab\", \"target\": \"y\"}");
        DataPart part = source("{}", Map.of()).readWhole(other, data.encoding());
        assertEquals(3, part.steps());
    }

    @Test
    void notJson() {
        assertReadMessage("{\"input\": [1], \"target\": 1}\n{\"input\": [NaN], \"target\": 1}", Map.of(), """
                Not JSON: DIR/lines.jsonl:2
                  reason  Non-standard token 'NaN'
                  fix     write one JSON object in each line""");
    }

    @Test
    void targetsOfTheirOwnLength() {
        Dataset data = read("""
                {"input": [[1, 2], [3, 4], [5, 6]], "target": "ab"}
                {"input": [[1, 2]], "target": ""}
                {"input": [[1, 2], [3, 4]], "target": "bab"}""", Map.of("targetSequence", true, "targetLevel", "character"));
        assertEquals(TargetLength.OWN, data.encoding().targetLength());
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
        assertEquals(2, data.encoding().target().size());
        Batch batch = data.training().inOrder(Feeding.of(3, 0)).segment(0).batch();
        assertArrayEquals(new int[] {3, 2, 1}, batch.lengths());
        assertArrayEquals(new int[] {2, 3, 0}, batch.targetLengths().orElseThrow());
        assertArrayEquals(new int[] {3, 3}, batch.target().orElseThrow().shape());
        assertArrayEquals(
                new int[] {1, 0, 0, 0, 1, 0, 0, 0, 0}, batch.target().get().ids());
    }

    @Test
    void targetsAtEachStepAndOfTheirOwnLength() {
        String message = assertThrows(
                        ConfigException.class, () -> read("{}", Map.of("targetSequence", true, "targetPerStep", true)))
                .getMessage();
        assertTrue(message.contains("targetPerStep is, too"), message);
    }

    @Test
    void aMissingKey() {
        assertReadMessage("{\"inputs\": [1], \"target\": 1}", Map.of(), """
                No usable 'input' (DIR/lines.jsonl:1)
                  wanted  a text, or a list of texts, numbers or lists of numbers
                  found   nothing
                  fix     correct the line, or leave it out""");
    }

    @Test
    void anotherKindThanInTheFirstLine() {
        assertReadMessage("{\"input\": [1], \"target\": 1}\n{\"input\": [1], \"target\": \"one\"}", Map.of(), """
                No usable 'target' (DIR/lines.jsonl:2)
                  wanted  a number, as in the first line
                  found   "one"
                  fix     correct the line, or leave it out""");
    }

    @Test
    void vectorsOfDifferentSizes() {
        assertReadMessage("{\"input\": [[1, 2], [3]], \"target\": 1}", Map.of(), """
                A vector of another size in 'input' (DIR/lines.jsonl:1)
                  wanted  2
                  found   1, at step 1
                  fix     give every vector the same size""");
    }

    @Test
    void anotherNumberOfTargetsThanSteps() {
        assertReadMessage("{\"input\": [1, 2], \"target\": [1]}", Map.of("targetPerStep", true), """
                Sequence 0 (DIR/lines.jsonl:1) has not one target for each step
                  steps    2
                  targets  1
                  fix      give a target for each step""");
    }

    @Test
    void aNumberBeyondAllBounds() {
        assertReadMessage("{\"input\": [1e999], \"target\": 1}", Map.of(), """
                Sequence 0 (DIR/lines.jsonl:1) has an input that is no finite number
                  found  Infinity
                  at     step 0, element 0
                  fix    replace the number, or leave the sequence out""");
    }

    @Test
    void aLabelThatTheModelDoesNotKnow() {
        Dataset data = read("{\"input\": \"ab\", \"target\": \"x\"}\n{\"input\": \"ba\", \"target\": \"y\"}", Map.of());
        Path other = DataErrors.file(folder, "other.jsonl", "{\"input\": \"aab\", \"target\": \"z\"}");
        assertMessage(folder, () -> source("{}", Map.of()).readWhole(other, data.encoding()), """
                Unknown symbol 'z' in 'target' (DIR/other.jsonl:1)
                  available     x, y
                  did you mean  x
                  fix           correct the line, or train with it""");
    }

    @Test
    void stepsOfPaddingAreNotThere() {
        Map<String, Object> options = Map.of("targetPerStep", true, "padding", true);
        Dataset data = read("""
                {"input": ["<PAD>", "a", "b"], "target": ["other", "x", "y"]}
                {"input": ["a", "<PAD>", "<PAD>"], "target": ["x", "<PAD>", "<PAD>"]}
                {"input": ["<PAD>"], "target": ["<PAD>"]}
                """, options);
        assertEquals(
                List.of("x", "y"),
                ((Feature.Symbols) data.encoding().target()).vocabulary().symbols());
        assertArrayEquals(new int[] {1, 2}, example(data, 0).input().ids());
        assertArrayEquals(new int[] {0, 1}, example(data, 0).target().ids());
        assertArrayEquals(new int[] {0}, example(data, 1).target().ids());
        assertEquals(0, example(data, 2).length());
    }

    @Test
    void numbersBesidePaddingAreNotThere() {
        Map<String, Object> options = Map.of("targetPerStep", true, "padding", true);
        Dataset data = read("{\"input\": [\"a\", \"<PAD>\"], \"target\": [0.5, 0]}", options);
        assertArrayEquals(new double[] {0.5}, example(data, 0).target().doubles());
    }

    @Test
    void labelsOfTheirOwnLengthMayBePadded() {
        Map<String, Object> options = Map.of("targetSequence", true, "padding", true);
        Dataset data = read("""
                {"input": ["a", "b", "<PAD>"], "target": ["u", "<PAD>", "<PAD>"]}
                {"input": ["a"], "target": ["v"]}
                """, options);
        assertEquals(2, data.encoding().target().size());
        assertEquals(2, example(data, 0).length());
        assertArrayEquals(new int[] {0}, example(data, 0).target().ids());
    }
}
