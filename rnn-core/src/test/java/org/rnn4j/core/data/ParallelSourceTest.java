package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;

final class ParallelSourceTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private Dataset read(Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("validation", 0));
        all.putAll(options);
        return REGISTRY.create(DataSource.class, "parallel", all).read(1, Optional.empty());
    }

    @Test
    void twoColumns() {
        Path file = DataErrors.file(folder, "pairs.tsv", "ab\txy\n\nba\ty\n");
        Dataset data = read(Map.of("file", file));
        Example first = ((SequencePart) data.training()).list().get(0);
        assertArrayEquals(new int[] {0, 1}, first.source().orElseThrow().ids());
        assertArrayEquals(new int[] {0, 2, 1}, first.input().ids());
        assertArrayEquals(new int[] {2, 1, 0}, first.target().ids());
        assertEquals(2, data.encoding().sourceVocabulary().orElseThrow().size());
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
        DataPart whole = REGISTRY.create(DataSource.class, "parallel", Map.of("file", file))
                .readWhole(file, data.encoding());
        assertEquals(5, whole.steps());
    }

    @Test
    void twoFilesAndTwoLevels() {
        Path sources = DataErrors.file(folder, "a.txt", "one two\n\nthree\n");
        Path targets = DataErrors.file(folder, "b.txt", "un\n\ndeux\n");
        Dataset data =
                read(Map.of("file", sources, "targetFile", targets, "level", "word", "targetLevel", "character"));
        assertEquals(2, data.training().examples());
        assertEquals(3 + 5, data.training().steps());
        assertEquals(Level.CHARACTER, data.encoding().vocabulary().orElseThrow().level());
    }

    @Test
    void aLineWithoutATab() {
        Path file = DataErrors.file(folder, "pairs.tsv", "ab\txy\nab xy\n");
        assertMessage(folder, () -> read(Map.of("file", file)), """
                Not two texts with a tab between (DIR/pairs.tsv:2)
                  tabs  0
                  fix   write source, tab, target on each line, or name the targets' file by targetFile""");
    }

    @Test
    void filesOfDifferentLength() {
        Path sources = DataErrors.file(folder, "a.txt", "a\nb\n");
        Path targets = DataErrors.file(folder, "b.txt", "x\n");
        assertMessage(folder, () -> read(Map.of("file", sources, "targetFile", targets)), """
                Files of different length
                  sources  2 lines in DIR/a.txt
                  targets  1 lines in DIR/b.txt
                  fix      let line k of one file belong to line k of the other""");
    }

    @Test
    void sourcesAsClasses() {
        Path file = DataErrors.file(folder, "kinds.tsv", "slow waltz\tx\nmarch\ty\nslow waltz\tyx\n");
        Dataset data = read(Map.of("file", file, "classes", true));
        List<Example> all = ((SequencePart) data.training()).list();
        assertEquals(
                List.of("march", "slow waltz"),
                data.encoding().sourceVocabulary().orElseThrow().symbols());
        assertArrayEquals(new int[] {1}, all.get(0).source().orElseThrow().ids());
        assertEquals(0, all.get(0).source().orElseThrow().rank());
        assertEquals(data.encoding(), Encoding.fromJson(data.encoding().toJson()));
        Path other = DataErrors.file(folder, "other.tsv", "march\tx\nslow walz\ty\n");
        assertMessage(
                folder,
                () -> REGISTRY.create(DataSource.class, "parallel", Map.of("file", file))
                        .readWhole(other, data.encoding()),
                """
                Not one of the classes that the model knows (DIR/other.tsv:2)
                  available     march, slow waltz
                  did you mean  slow waltz
                  fix           correct it, or train with data that has it""");
    }
}
