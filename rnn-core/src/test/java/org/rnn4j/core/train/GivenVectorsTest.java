package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.network.Network;

/** Vectors from a file begin an embedding, and stay if they are frozen. */
final class GivenVectorsTest {
    @TempDir
    Path folder;

    private Experiment experiment(String vectors, String... overrides) throws IOException {
        Files.writeString(folder.resolve("text.txt"), "the cat sat\nthe dog sat\na cat saw the dog\n");
        Files.writeString(folder.resolve("vectors.txt"), vectors);
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"format": "rnn4j/1",
                 "data": {"type": "lines", "file": "text.txt", "level": "word", "validation": 0},
                 "model": {"type": "languageModel", "layers": [
                   {"type": "embedding", "size": 2},
                   {"type": "recurrent", "cell": {"type": "elman", "hiddenSize": 3}}]},
                 "vectors": {"file": "vectors.txt"},
                 "optimizer": {"type": "adamW", "weightDecay": 0.1},
                 "training": {"epochs": 2}}
                """);
        return Experiment.read(config, List.of(overrides), Components.registry());
    }

    private static String table(Network network) {
        return Arrays.toString(network.weights().get("layers.0.E"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 2\n"})
    void symbolsOfTheFileTakeItsVectors(String header) throws IOException {
        Experiment experiment = experiment(header + "cat 1.5 -2\nunseen 7 7\nThe 5 5\nsat 0.25 3e1\n");
        Dataset data = experiment.data().read(0, Optional.empty());
        Network network = experiment.network(data.encoding());
        double[] drawn = network.weights().get("layers.0.E").clone();
        assertEquals(2, experiment.vectors().orElseThrow().applyTo(network, data.encoding()));
        double[] table = network.weights().get("layers.0.E");
        int size = data.encoding().input().size();
        int cat = data.encoding().vocabulary().orElseThrow().id("cat").orElseThrow();
        int the = data.encoding().vocabulary().orElseThrow().id("the").orElseThrow();
        assertArrayEquals(new double[] {1.5, -2}, new double[] {table[cat], table[size + cat]}, 1e-7);
        assertEquals(drawn[the], table[the]);
    }

    @Test
    void frozenParametersStayWhateverTheOptimizerDoes() throws IOException {
        Experiment frozen = experiment("cat 1 2\n", "training.frozen=[\"layers.0.E\"]");
        Dataset data = frozen.data().read(0, Optional.empty());
        Network network = frozen.network(data.encoding());
        String before = table(network);
        String other = Arrays.toString(network.weights().get("output.W_xy"));
        frozen.trainer(network, data.encoding()).train(data);
        assertEquals(before, table(network));
        assertFalse(other.equals(Arrays.toString(network.weights().get("output.W_xy"))));
    }

    @Test
    void vectorsOfAnotherSize() throws IOException {
        assertMessage(experiment("cat 1 2 3\n"), "The vectors do not fit 'layers.0.E'");
        assertMessage(experiment("cat 1 2\ndog 1\n"), "A vector of another size (" + folder + "/vectors.txt:2)");
        assertMessage(experiment("cat 1 x\n"), "Not a number: 'x' (" + folder + "/vectors.txt:1)");
    }

    @Test
    void aParameterThatIsNotThere() throws IOException {
        assertMessage(
                experiment("cat 1 2\n", "vectors.parameter=layers.1.E"), "No parameter 'layers.1.E' in the network");
        Experiment frozen = experiment("cat 1 2\n", "training.frozen=[\"layers.0.F\"]");
        Dataset data = frozen.data().read(0, Optional.empty());
        Trainer trainer = frozen.trainer(frozen.network(data.encoding()), data.encoding());
        assertTrue(assertThrows(RnnException.class, () -> trainer.train(data))
                .getMessage()
                .startsWith("No parameter 'layers.0.F' in the network"));
    }

    private static void assertMessage(Experiment experiment, String headline) {
        Dataset data = experiment.data().read(0, Optional.empty());
        Network network = experiment.network(data.encoding());
        RnnException e = assertThrows(
                RnnException.class, () -> experiment.vectors().orElseThrow().applyTo(network, data.encoding()));
        assertEquals(headline, e.getMessage().lines().findFirst().orElseThrow());
    }
}
