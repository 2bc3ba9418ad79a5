package org.rnn4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.SampleSettings;

class AnswersTest {
    private static final String CONFIG = """
            { "format": "rnn4j/1", "threads": 1,
              "data": { "type": "parallel", "file": "pairs.txt", "validation": 0.3 },
              "model": { "type": "encoderDecoder",
                "encoder": [ { "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 12 } } ],
                "decoder": [ { "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 16 } } ] },
              "optimizer": { "type": "adam", "learningRate": 0.02 },
              "training": { "epochs": 60, "batchSize": 4 },
              "samples": { "maxLength": 6 } }
            """;

    @TempDir
    Path folder;

    private Experiment experiment(String... overrides) {
        try {
            StringBuilder pairs = new StringBuilder();
            for (String word : List.of("a", "b", "aa", "ab", "ba", "bb", "aab", "abb", "bab", "bba")) {
                pairs.append(word)
                        .append("\t")
                        .append(word.equals("b") ? "" : word)
                        .append("\n");
            }
            Files.writeString(folder.resolve("pairs.txt"), pairs);
            Path config = Files.writeString(folder.resolve("pairs.json"), CONFIG);
            return Experiment.read(config, List.of(overrides), Runs.REGISTRY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answersStandBesideWhatWasExpected() {
        Experiment experiment = experiment();
        Dataset data = experiment.data().read(experiment.seed(), java.util.Optional.empty());
        Network network = experiment.network(data.encoding());
        SampleMaker maker = Answers.of(network, data, experiment.samples(), 1).orElseThrow();
        List<String> untaught = maker.make(1);
        assertEquals(3, untaught.size());
        assertTrue(untaught.stream().allMatch(line -> line.contains(" → ")), untaught.toString());
        assertTrue(untaught.stream().anyMatch(line -> line.contains(", expected ")), untaught.toString());
        List<String> sources = untaught.stream().map(l -> l.split(" → ")[0]).toList();
        List<String> right = new ArrayList<>();
        experiment
                .trainer(network, data.encoding())
                .train(Dataset.of(data.encoding(), data.validation().orElseThrow()));
        for (String line : maker.make(2)) if (!line.contains(", expected ")) right.add(line);
        for (int k = 0; k < 3; k++) {
            String source = sources.get(k);
            assertEquals(source + " → " + (source.equals("b") ? "(empty)" : source), right.get(k));
        }
    }

    @Test
    void progressShowsThemAfterEachEpochThatIsWanted() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        TrainingJob.begin(
                        experiment("training.epochs=4", "samples.every=2", "samples.count=2"),
                        () -> RunFolder.fresh(folder.resolve("run")))
                .withProgress(ProgressOptions.of(out, ProgressOptions.Style.PLAIN))
                .run();
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(4, text.split(" → ", -1).length - 1, text);
    }

    @Test
    void noneAreMadeWhereNoneAreWantedOrPossible() {
        Experiment none = experiment("samples.count=0");
        Dataset data = none.data().read(1, java.util.Optional.empty());
        assertTrue(Answers.of(none.network(data.encoding()), data, none.samples(), 1)
                .isEmpty());
        Experiment asked = experiment("samples.count=1", "samples.prefix=?");
        SampleSettings settings = asked.samples();
        Network network = asked.network(data.encoding());
        assertThrows(RnnException.class, () -> Answers.of(network, data, settings, 1));
    }

    @Test
    void kindsGetDrawnAnswersThatNobodyExpects() {
        Experiment experiment = experiment(
                "data.classes=true",
                "model={\"type\":\"generator\",\"layers\":[{\"type\":\"recurrent\","
                        + "\"cell\":{\"type\":\"elman\",\"hiddenSize\":4}}]}");
        Dataset data = experiment.data().read(1, java.util.Optional.empty());
        SampleMaker maker = Answers.of(experiment.network(data.encoding()), data, experiment.samples(), 1)
                .orElseThrow();
        assertEquals(maker.make(1), maker.make(1));
        assertTrue(maker.make(1).stream().noneMatch(line -> line.contains("expected")));
        assertTrue(maker.make(1).stream().allMatch(line -> line.matches("[ab]+ → .+")));
    }
}
