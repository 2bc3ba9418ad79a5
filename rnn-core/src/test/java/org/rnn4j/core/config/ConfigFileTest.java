package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void readsUtf8() throws IOException {
        Path file = Files.writeString(folder.resolve("names.json"), "{ \"name\": \"Ünicode 𝄞\" }");
        ConfigNode node = ConfigFile.read(file);
        assertEquals("{\n  \"name\": \"Ünicode 𝄞\"\n}", node.toJson());
        assertEquals(file + ":1:1", node.place().position());
        assertEquals(folder, node.place().source().folder());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("names.json"), "\uFEFF{}");
        ConfigNode node = ConfigFile.read(file);
        assertEquals("{}", node.toJson());
        assertEquals(file + ":1:1", node.place().position());
    }

    @Test
    void setsValuesInWhatItReads() throws IOException {
        Path file = Files.writeString(folder.resolve("names.json"), "{ \"seed\": 1 }");
        assertEquals(
                "{\n  \"seed\": 2\n}", ConfigFile.read(file, List.of("seed=2")).toJson());
    }
}
