package org.rnn4j.core.config;

import static org.rnn4j.core.config.Errors.assertMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileErrorTest {
    @TempDir
    Path folder;

    @Test
    void missingFile() {
        Path file = folder.resolve("none.json");
        assertMessage(
                () -> ConfigFile.read(file),
                "No such file: " + file,
                "  looked for  " + file.toAbsolutePath(),
                "  fix         correct the name, or change to the folder that it is relative to");
    }

    @Test
    void folder() {
        assertMessage(() -> ConfigFile.read(folder), "A folder, not a file: " + folder, "  fix  name a JSON file");
    }

    @Test
    void emptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.json"));
        assertMessage(
                () -> ConfigFile.read(file),
                "Empty configuration: " + file,
                "  fix  write a JSON object, such as { \"format\": \"rnn4j/1\", … }");
    }

    @Test
    void latin1() throws IOException {
        Path file =
                Files.write(folder.resolve("old.json"), "{\n\"name\": \"Café\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertMessage(
                () -> ConfigFile.read(file),
                "Not UTF-8 text: " + file + ":2",
                "  byte  0xE9",
                "  fix   save the file as UTF-8");
    }

    @Test
    void utf16() throws IOException {
        Path file = Files.write(folder.resolve("wide.json"), "{}".getBytes(StandardCharsets.UTF_16));
        assertMessage(
                () -> ConfigFile.read(file),
                "Not UTF-8 text: " + file + ":1",
                "  byte  0xFE",
                "  fix   save the file as UTF-8");
    }

    @Test
    void cutOffCharacter() throws IOException {
        Path file = Files.write(folder.resolve("cut.json"), new byte[] {'{', '}', (byte) 0xC3});
        assertMessage(
                () -> ConfigFile.read(file),
                "Not UTF-8 text: " + file + ":1",
                "  byte  0xC3",
                "  fix   save the file as UTF-8");
    }

    @Test
    void hugeFile() throws IOException {
        Path file = Files.write(folder.resolve("huge.json"), new byte[ConfigFile.MOST_BYTES + 1]);
        assertMessage(
                () -> ConfigFile.read(file),
                "Too large for a configuration: " + file,
                "  fix  name a JSON file of at most 16 MiB");
    }
}
