package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.sound.MidiFile;
import org.rnn4j.core.data.sound.PianoRoll;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;

final class ImproviseExampleTest {
    @TempDir
    Path folder;

    @Test
    void playsWhatItHasLearntAndWritesIt() {
        Experiment experiment = Experiment.read(
                Path.of("configs", "chorales.json"),
                List.of("data.file=../src/test/resources/data/tunes.json", "training.epochs=30"),
                Components.registry());
        Dataset data = experiment.data().read(1, Optional.empty());
        Network network = experiment.network(data.encoding());
        experiment.trainer(network, data.encoding()).train(data);
        PianoRoll piece = Improvise.play(network, 20, 3);
        assertEquals(piece, Improvise.play(network, 20, 3));
        assertEquals(20, piece.steps().size());
        assertTrue(piece.steps().stream().mapToInt(step -> step.cardinality()).sum() > 20);
        Path file = folder.resolve("piece.mid");
        MidiFile.write(file, piece, 1, 80);
        assertEquals(piece.steps().get(3), MidiFile.read(file, 1).steps().get(3));
    }
}
