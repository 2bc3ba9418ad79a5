package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.Loss;
import org.rnn4j.core.component.clip.Clip;
import org.rnn4j.core.component.loss.MeanSquaredErrorLoss;
import org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss;
import org.rnn4j.core.config.ConfigText;
import org.rnn4j.core.config.Source;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.Feeding;
import org.rnn4j.core.engine.Precision;
import org.rnn4j.core.network.Network;

final class ExperimentTest {
    private static final String SHORTEST = """
            {
              "format": "rnn4j/1",
              "data": { "type": "lines", "file": "names.txt" },
              "model": {
                "type": "languageModel",
                "layers": [{ "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 6 } }]
              }
            }
            """;

    @TempDir
    Path folder;

    private Experiment read(String json, String... overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), json);
        Files.writeString(folder.resolve("names.txt"), "anna\nbob\nclara\ndora\nemma\nfay\ngreta\nhilda\nida\njo\n");
        return Experiment.read(file, List.of(overrides), Components.registry());
    }

    @Test
    void tenLinesAreEnoughToTrain() throws IOException {
        Experiment experiment = read(SHORTEST, "precision=float64", "training.epochs=2");
        Dataset data = experiment.data().read(experiment.seed(), Optional.empty());
        Network network = experiment.network(data.encoding());
        TrainingResult result = experiment.trainer(network, data.encoding()).train(data);
        assertEquals(2, result.epochs().size());
        assertEquals(data.encoding().input().size(), network.outputSize());
        assertEquals(
                "output.W_xy",
                network.parameters().get(network.parameters().size() - 2).name());
        assertTrue(result.epochs().get(1).validation().containsKey("bitsPerCharacter"));
    }

    @Test
    void defaultsAreTheUsualOnes() throws IOException {
        Experiment experiment = read(SHORTEST);
        assertEquals(0, experiment.seed());
        assertEquals(Precision.FLOAT32, experiment.precision());
        assertEquals(10, experiment.epochs());
        assertEquals(new Feeding(32, OptionalInt.empty(), 0), experiment.feeding());
        assertEquals(0.001, experiment.rule().learningRate());
        assertTrue(experiment.rule().clip().isEmpty());
        assertEquals(Runtime.getRuntime().availableProcessors(), experiment.threads());
        assertEquals(new CheckpointSettings(1, 10, 2), experiment.checkpoints());
        assertEquals(new SampleSettings(Optional.empty(), 1, 0.8, 200, ""), experiment.samples());
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        Experiment experiment = read(
                SHORTEST,
                "seed=5",
                "threads=3",
                "optimizer={\"type\": \"sgd\", \"learningRate\": 0.25}",
                "schedule={\"type\": \"exponential\", \"factor\": 0.5}",
                "training.batchSize=4",
                "training.truncatedBptt=9",
                "training.recompute=true",
                "training.accumulate=2",
                "training.clip={\"type\": \"value\", \"max\": 2}",
                "training.metrics=[\"accuracy\", \"perplexity\"]",
                "training.monitor=accuracy",
                "training.validateEvery=7",
                "training.keepBest=false",
                "training.earlyStopping.patience=3",
                "training.checkpoints.every=4",
                "samples.count=2",
                "samples.prefix=an");
        assertEquals(new Feeding(4, OptionalInt.of(9), 5), experiment.feeding());
        UpdateRule rule = experiment.rule();
        assertEquals(0.25, rule.learningRate());
        assertEquals(Optional.of(Clip.value(2)), rule.clip());
        assertEquals(2, rule.accumulate());
        Encoding encoding = experiment.data().read(5, Optional.empty()).encoding();
        Validation validation = experiment.validation(encoding);
        assertEquals("accuracy", validation.monitor());
        assertTrue(validation.higherIsBetter());
        assertEquals(OptionalInt.of(7), validation.everyUpdates());
        assertEquals(Optional.of(EarlyStopping.of(3)), validation.earlyStopping());
        Network network = experiment.network(encoding);
        assertTrue(experiment.trainer(network, encoding).surroundings().recompute());
        assertEquals(3, experiment.threads());
        assertEquals(1, experiment.withThreads(1).threads());
        assertEquals("an", experiment.samples().prefix());
    }

    @Test
    void resolvedConfigurationReadsBackToTheSame() throws IOException {
        Experiment experiment = read(SHORTEST, "training.earlyStopping.patience=3");
        String resolved = experiment.resolved().toJson();
        assertTrue(resolved.contains("\"learningRate\"") || !resolved.contains("optimizer"), resolved);
        Experiment again = Experiment.of(
                ConfigText.parse(resolved, Source.file(folder.resolve("experiment.json"))), Components.registry());
        assertEquals(resolved, again.resolved().toJson());
    }

    @Test
    void lossFollowsFromTheTargets() throws IOException {
        Experiment experiment = read(SHORTEST);
        Loss classes = experiment.loss(Tasks.NEXT);
        assertEquals(SoftmaxCrossEntropyLoss.class, classes.getClass());
        Feature number = new Feature.Numbers(1);
        assertEquals(
                MeanSquaredErrorLoss.class,
                experiment.loss(new Encoding(number, number, true)).getClass());
        assertEquals(List.of(), experiment.metrics(new Encoding(number, number, true)));
    }

    @Test
    void sequencesWithALabelAreLearntFromTheirLastOutput() throws IOException {
        Files.writeString(folder.resolve("films.jsonl"), """
                {"input": "good", "target": "positive"}
                {"input": "bad", "target": "negative"}
                {"input": "goodish", "target": "positive"}
                {"input": "baddish", "target": "negative"}
                """);
        Experiment experiment = read(
                SHORTEST,
                "data={\"type\": \"jsonLines\", \"file\": \"films.jsonl\", \"validation\": 0}",
                "model={\"type\": \"sequence\", \"layers\": [{\"type\": \"recurrent\", \"returns\": \"last\","
                        + " \"cell\": {\"type\": \"elman\", \"hiddenSize\": 8}}, {\"type\": \"dense\", \"size\": 2}]}",
                "optimizer={\"type\": \"adam\", \"learningRate\": 0.05}",
                "precision=float64",
                "training.metrics=[\"accuracy\"]",
                "training.epochs=40");
        Dataset data = experiment.data().read(experiment.seed(), Optional.empty());
        Network network = experiment.network(data.encoding());
        TrainingResult result = experiment.trainer(network, data.encoding()).train(data);
        assertEquals(1.0, result.epochs().get(39).training().get("accuracy"));
    }

    @Test
    void runningTextIsLearntInStreams() throws IOException {
        Experiment experiment = read(
                SHORTEST,
                "data={\"type\": \"text\", \"file\": \"names.txt\", \"validation\": 0.2}",
                "precision=float64",
                "training.truncatedBptt=4",
                "training.batchSize=3",
                "training.epochs=1");
        Dataset data = experiment.data().read(experiment.seed(), Optional.empty());
        Network network = experiment.network(data.encoding());
        TrainingResult result = experiment.trainer(network, data.encoding()).train(data);
        assertEquals(4, result.updates());
    }

    @Test
    void candidatesByFrequencyAreThoseOfTheData() throws IOException {
        Experiment experiment = read(
                SHORTEST,
                "precision=float64",
                "training.epochs=2",
                "loss={\"type\":\"sampledSoftmax\",\"candidates\":4,\"distribution\":\"unigram\",\"power\":0.5}");
        Dataset data = experiment.data().read(experiment.seed(), Optional.empty());
        Loss loss = experiment.loss(data.encoding());
        long[] counts = data.encoding().vocabulary().orElseThrow().counts();
        assertEquals(10, counts[0], "an end for each name");
        double[] weights = loss.candidates().orElseThrow().distribution().weights(counts.length);
        for (int k = 0; k < counts.length; k++) assertEquals(Math.sqrt(Math.max(1, counts[k])), weights[k], 1e-12);
        TrainingResult result = experiment
                .trainer(experiment.network(data.encoding()), data.encoding())
                .train(data);
        assertTrue(result.epochs().get(1).validation().get("loss") < Math.log(counts.length) + 0.1);
    }
}
