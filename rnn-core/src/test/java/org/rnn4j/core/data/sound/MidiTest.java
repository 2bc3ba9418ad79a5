package org.rnn4j.core.data.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.DataException;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.DataSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.DatasetProvider;
import org.rnn4j.core.data.Example;
import org.rnn4j.core.data.SequencePart;

final class MidiTest {
    private static final Registry REGISTRY = Registry.load(List.of(DatasetProvider.FAMILY));

    @TempDir
    Path folder;

    private static PianoRoll roll(int[]... steps) {
        List<BitSet> sets = new ArrayList<>();
        for (int[] step : steps) {
            BitSet notes = new BitSet();
            for (int note : step) notes.set(note);
            sets.add(notes);
        }
        return new PianoRoll(sets);
    }

    private Dataset read(Path file, Map<String, ?> options) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("file", file, "validation", 0));
        all.putAll(options);
        return REGISTRY.create(DataSource.class, "midi", all).read(1, Optional.empty());
    }

    @Test
    void aFileIsReadAsItWasWritten() {
        PianoRoll roll = roll(new int[] {60, 64}, new int[] {60, 67}, new int[] {}, new int[] {72}, new int[] {60});
        Path file = folder.resolve("a.mid");
        MidiFile.write(file, roll, 4, 120);
        assertEquals(roll, MidiFile.read(file, 4));
        PianoRoll coarse = MidiFile.read(file, 1);
        assertEquals(2, coarse.steps().size());
    }

    @Test
    void transposing() {
        assertEquals(roll(new int[] {62, 66}), roll(new int[] {60, 64}).transposed(2));
    }

    @Test
    void aStepIsReadAndTheNextOneSaid() {
        for (int k = 0; k < 3; k++) {
            MidiFile.write(
                    folder.resolve(k + ".mid"), roll(new int[] {60 + k}, new int[] {62}, new int[] {64}), 4, 100);
        }
        Dataset data = read(folder, Map.of("stepsPerQuarter", 4, "test", 0.34));
        assertEquals(2, data.training().examples());
        Example first = ((SequencePart) data.training()).list().get(0);
        assertEquals(2, first.length());
        assertEquals(1, first.input().get(88 + 62 - 21));
        assertEquals(1, first.target().get(62 - 21));
        assertEquals(1, first.target().get(88 + 64 - 21));
    }

    @Test
    void notesInJson() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"train\": [[[60, 64], [], [67]]], \"valid\": [[[60], [61]]], \"test\": [[[60], [61], [62], [63]]]}");
        Dataset data = read(file, Map.of());
        assertEquals(2, data.training().steps());
        assertEquals(1, data.validation().orElseThrow().steps());
        assertEquals(3, data.test().orElseThrow().steps());
        Path list = Files.writeString(folder.resolve("b.json"), "[[[60, 64], [62]], [[60], [60]]]");
        assertEquals(2, read(list, Map.of()).training().examples());
    }

    @Test
    void whatIsNoMusic() throws IOException {
        Path text = Files.writeString(folder.resolve("a.mid"), "la la la");
        assertTrue(assertThrows(DataException.class, () -> read(text, Map.of()))
                .getMessage()
                .startsWith("Not a MIDI file: "));
        Path note = Files.writeString(folder.resolve("a.json"), "[[[60], [300]]]");
        assertEquals(
                "Not a note of a piano: 300 in piece 0, step 1 (" + note + ")",
                assertThrows(DataException.class, () -> read(note, Map.of()))
                        .getMessage()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }
}
