package org.rnn4j.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4j.core.data.DataErrors.assertMessage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.config.Registry;

final class HeldOutFilesTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    @Test
    void partsComeFromTheirFiles() {
        Path first = DataErrors.file(folder, "a.txt", "ab\nba\n");
        Path second = DataErrors.file(folder, "b.txt", "aab\n");
        Dataset data = REGISTRY.create(
                        DataSource.class, "lines", Map.of("file", first, "validationFile", second, "testFile", second))
                .read(1, Optional.empty());
        assertEquals(2, data.training().examples());
        assertEquals(4, data.validation().orElseThrow().steps());
        assertEquals(4, data.test().orElseThrow().steps());
        assertEquals(3, data.encoding().input().size());
    }

    @Test
    void aShareBesideAFile() {
        Path file = DataErrors.file(folder, "a.txt", "ab\nba\n");
        Map<String, ?> options = Map.of("file", file, "testFile", file, "test", 0.5);
        assertMessage(folder, () -> REGISTRY.create(DataSource.class, "lines", options), """
                test is given beside testFile at test (code)
                  given  0.5
                  fix    keep one of them""");
    }
}
