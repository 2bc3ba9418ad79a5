package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.rnn4j.core.engine.Tensor;

final class ConllSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));
    private static final String UNIVERSAL = """
            # sent_id = 1
            1-2\tDon't\t_\t_
            1\tDo\tdo\tAUX
            2\tn't\tnot\tPART
            2.1\tgo\tgo\tVERB
            3\tsing\tsing\tVERB

            # sent_id = 2
            1\tSing\tsing\tVERB
            """;

    @TempDir
    Path folder;

    private DataSource source(String text, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("validation", 0));
        all.putAll(options);
        all.put("file", DataErrors.file(folder, "a.conllu", text));
        return REGISTRY.create(DataSource.class, "conll", all);
    }

    private Dataset read(String text, Map<String, ?> options) {
        return source(text, options).read(1, Optional.empty());
    }

    private static Example example(Dataset data, int number) {
        return ((SequencePart) data.training()).list().get(number);
    }

    @Test
    void universalDependencies() {
        Dataset data = read(UNIVERSAL, Map.of());
        assertEquals(2, data.training().examples());
        Vocabulary tags = ((Feature.Symbols) data.encoding().target()).vocabulary();
        assertEquals(List.of("VERB", "AUX", "PART"), tags.symbols());
        assertArrayEquals(new int[] {1, 2, 0}, example(data, 0).target().ids());
        assertEquals(3, example(data, 0).place().line());
        assertTrue(data.encoding().vocabulary().orElseThrow().id("n't").isPresent());
    }

    @Test
    void otherColumnsBetweenBlanks() {
        Dataset data = read("EU NNP B-ORG\nrejects VBZ O\n\n\ncall NN O", Map.of("wordColumn", 1, "tagColumn", 3));
        assertEquals(2, data.training().examples());
        assertArrayEquals(new int[] {1, 0}, example(data, 0).target().ids());
    }

    @Test
    void spellingsStandBesideWords() {
        Dataset data = read(UNIVERSAL, Map.of("spellings", 200, "lowercase", true));
        Feature.Spellings feature = (Feature.Spellings) data.encoding().sides().get("spelling");
        Tensor sing = example(data, 1).sides().get("spelling");
        assertEquals(1, sing.get(feature.spellings().id("ing$").orElseThrow()));
        assertEquals(1, sing.get(feature.spellings().id("<capital>").orElseThrow()));
        assertEquals(0, sing.get(feature.spellings().id("do$").orElseThrow()));
        assertEquals(example(data, 0).input().get(2), example(data, 1).input().get(0));
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
    }

    @Test
    void spellingsOfAWord() {
        assertEquals(List.of("^a", "^ab", "b$", "ab$", "<capital>", "<capitals>"), Spelling.of("AB"));
        assertEquals(List.of("^-", "^--", "-$", "--$", "<hyphen>", "<sign>"), Spelling.of("--"));
        assertTrue(Spelling.of("Undoing").containsAll(List.of("^und", "oing$", "<capital>")));
        assertTrue(Spelling.of("x2").contains("<digit>"));
    }

    @Test
    void tooFewColumns() {
        assertMessage(folder, () -> read("1\ta\tb\tX\n2\tc\n", Map.of()), """
                Too few columns (DIR/a.conllu:2)
                  columns  2
                  needed   4
                  fix      correct the line, or wordColumn and tagColumn""");
    }

    @Test
    void aTagThatTheModelDoesNotKnow() {
        Dataset data = read(UNIVERSAL, Map.of());
        Path other = DataErrors.file(folder, "b.conllu", "\n\n1\tDo\tdo\tNOUN\n");
        assertMessage(folder, () -> source(UNIVERSAL, Map.of()).readWhole(other, data.encoding()), """
                Unknown tag 'NOUN' (DIR/b.conllu:3)
                  available  VERB, AUX, PART
                  fix        correct the sentence that begins there, or train with it""");
    }
}
