package org.rnn4j.core.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedSourcesTest {
    private static final Path FOLDER = Path.of("src/main/java/org/rnn4j/core/kernel/vector");

    @Test
    void generatedSourcesAreWhatTheGeneratorWrites() throws IOException {
        for (Map.Entry<String, String> file : GeneratedSources.all().entrySet()) {
            String text = Files.readString(FOLDER.resolve(file.getKey()));
            assertEquals(
                    file.getValue(), text, file.getKey() + " differs; run GeneratedSources.main to write it again");
        }
    }
}
