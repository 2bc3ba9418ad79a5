package org.rnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.TrainingResult;
import org.rnn4j.core.train.UpdateReport;

/** Every configuration loads, trains, and its loss falls. */
final class ConfigsExampleTest {
    private static final int UPDATES = 30;
    private static final int COMPARED = 5;

    /** What a configuration wants of its user, or what makes it quick. */
    private static final Map<String, List<String>> OVERRIDES = Map.ofEntries(
            Map.entry(
                    "text.json",
                    List.of(
                            "data.file=../data/dinosaur-names.txt",
                            "training.batchSize=16",
                            "model.layers[0].cell.hiddenSize=48",
                            "model.layers[2].cell.hiddenSize=48")),
            Map.entry(
                    "text-words.json",
                    List.of(
                            "data.file=../data/README.md",
                            "training.batchSize=4",
                            "training.truncatedBptt=8",
                            "training.epochs=40",
                            "training.earlyStopping.patience=40",
                            "optimizer.learningRate=0.01")),
            Map.entry("adding-problem.json", List.of("data.task.length=4", "optimizer.learningRate=0.05")),
            Map.entry("temporal-order.json", List.of("data.task.length=20", "optimizer.learningRate=0.05")),
            Map.entry(
                    "copy-memory.json",
                    List.of(
                            "data.task.delay=2",
                            "data.task.copied=2",
                            "optimizer.learningRate=0.01",
                            "training.batchSize=16")),
            Map.entry("embedded-reber.json", List.of("training.batchSize=16", "optimizer.learningRate=0.05")),
            Map.entry("continual-reber.json", List.of("optimizer.learningRate=0.05", "data.task.words=300")),
            Map.entry("counting.json", List.of("training.batchSize=16", "optimizer.learningRate=0.05")),
            Map.entry("min-char-rnn.json", List.of("data.file=../data/dinosaur-names.txt")),
            Map.entry("given-names.json", List.of("data.file=../data/dinosaur-names.txt")),
            Map.entry(
                    "japanese-vowels.json",
                    List.of(
                            "data.file=../src/test/resources/data/vowels.jsonl",
                            "data.testFile=../src/test/resources/data/vowels.jsonl")),
            Map.entry(
                    "part-of-speech.json",
                    List.of(
                            "data.file=../src/test/resources/data/sentences.conllu",
                            "data.testFile=../src/test/resources/data/sentences.conllu",
                            "training.batchSize=4",
                            "model.layers[6].size=6")),
            Map.entry(
                    "chorales.json",
                    List.of("data.file=../src/test/resources/data/tunes.json", "training.batchSize=2")),
            Map.entry("spoken-digits.json", List.of("data.examples=60", "data.testExamples=1")));

    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void lossFalls(Path config) {
        List<String> overrides = OVERRIDES.getOrDefault(config.getFileName().toString(), List.of());
        Experiment experiment = Experiment.read(config, overrides, Components.registry());
        Dataset data = experiment.data().read(experiment.seed(), Optional.empty());
        Network network = experiment.network(data.encoding());
        List<Double> losses = new ArrayList<>();
        TrainingResult result = experiment
                .trainer(network, data.encoding())
                .withListener(new TrainingListener() {
                    @Override
                    public void updated(UpdateReport report) {
                        losses.add(report.loss());
                    }
                })
                .withStop(() -> losses.size() >= UPDATES)
                .train(data);
        assertEquals(TrainingResult.Reason.STOPPED, result.reason(), config::toString);
        double first = mean(losses.subList(0, COMPARED));
        double last = mean(losses.subList(UPDATES - COMPARED, UPDATES));
        assertTrue(last < 0.95 * first, config + ": " + first + " to " + last);
    }

    private static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(loss -> loss).average().orElseThrow();
    }
}
