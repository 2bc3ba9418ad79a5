package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.sound.MidiFile;
import org.rnn4j.core.data.sound.PianoRoll;
import org.rnn4j.core.decode.Translator;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;

final class ComposeExampleTest {
    private static final Set<Integer> G_MINOR = Set.of(7, 9, 10, 0, 2, 3, 5);
    private static final int MELODIES = 40;

    @TempDir
    Path folder;

    @Test
    void composesWhatIsAskedForAndWritesIt() {
        Experiment experiment = Experiment.read(
                Path.of("configs", "melodies.json"), List.of("training.epochs=4"), Components.registry());
        Dataset data = experiment.data().read(1, Optional.empty());
        Network network = experiment.network(data.encoding());
        experiment.trainer(network, data.encoding()).train(data);
        Translator composer = Translator.of(network, data.encoding());
        assertEquals(Compose.compose(composer, "G minor waltz", 3), Compose.compose(composer, "G minor waltz", 3));
        assertNotEquals(Compose.compose(composer, "G minor waltz", 3), Compose.compose(composer, "G minor waltz", 4));
        int notes = 0;
        int inKey = 0;
        int ends = 0;
        for (int seed = 0; seed < MELODIES; seed++) {
            PianoRoll roll = Compose.roll(Compose.compose(composer, "G minor waltz", seed));
            int last = -1;
            for (BitSet step : roll.steps()) {
                if (step.isEmpty()) continue;
                last = step.nextSetBit(0) % 12;
                notes++;
                if (G_MINOR.contains(last)) inKey++;
            }
            if (last == 7) ends++;
        }
        assertTrue(inKey > 0.9 * notes, inKey + " of " + notes);
        assertTrue(ends > 0.9 * MELODIES, ends + " of " + MELODIES);

        PianoRoll roll = Compose.roll("G4x2 G4x1 Bb4x3");
        assertEquals(24, roll.steps().size());
        Path file = folder.resolve("melody.mid");
        MidiFile.write(file, roll, 8, 120);
        PianoRoll read = MidiFile.read(file, 8);
        assertEquals(roll.steps().get(8), read.steps().get(8));
        assertTrue(read.steps().get(7).isEmpty());
        assertTrue(read.steps().get(20).get(70));
    }
}
