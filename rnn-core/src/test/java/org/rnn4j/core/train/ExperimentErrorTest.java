package org.rnn4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.config.ConfigText;
import org.rnn4j.core.config.Source;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;

final class ExperimentErrorTest {
    private static final String START = """
            {
              "format": "rnn4j/1",
              "data": { "type": "lines", "file": "none.txt" },
              "model": { "type": "languageModel", "layers": ["reverse"] }""";

    private static Experiment read(String json) {
        return Experiment.of(ConfigText.parse(json, new Source("names.json", Path.of("."))), Components.registry());
    }

    private static void assertMessage(Executable misuse, String expected) {
        assertEquals(expected, assertThrows(RnnException.class, misuse).getMessage());
    }

    @Test
    void aNewerFormat() {
        assertMessage(() -> read("{ \"format\": \"rnn4j/2\", \"topology\": 1 }"), """
                Unknown format "rnn4j/2" at format (names.json:1:13)
                  known  rnn4j/1
                  fix    use the version of RNN4J that the configuration was written for""");
    }

    @Test
    void noFormat() {
        assertMessage(() -> read("{ \"data\": { \"type\": \"lines\", \"file\": \"x\" } }"), """
                Missing key 'format' at the top level (names.json:1:1)
                  option  format: what kind of file it is
                  fix     add "format": one of rnn4j/1""");
    }

    @Test
    void anUnknownKeyInTraining() {
        assertMessage(() -> read(START + ",\n  \"training\": { \"epoch\": 3 }\n}"), """
                Unknown key 'epoch' at training.epoch (names.json:5:17)
                  available     epochs, batchSize, truncatedBptt, recompute, accumulate, frozen, clip, gradientNoise, gradientNoiseDecay, metrics, monitor, validateEvery, keepBest, earlyStopping, checkpoints
                  did you mean  epochs
                  fix           correct the key, or remove it""");
    }

    @Test
    void aBatchSizeOfZero() {
        assertMessage(() -> read(START + ",\n  \"training\": { \"batchSize\": 0 }\n}"), """
                Value 0 is out of range at training.batchSize (names.json:5:30)
                  option  batchSize: examples, or streams of running text, in a batch
                  fix     give a whole number, at least 1""");
    }

    @Test
    void anUnknownKindOfData() {
        assertMessage(() -> read("{ \"format\": \"rnn4j/1\", \"data\": { \"type\": \"line\" } }"), """
                Unknown dataset type 'line' at data.type (names.json:1:42)
                  available     conll, csv, jsonLines, lines, midi, parallel, synthetic, text, wav
                  did you mean  lines
                  fix           correct the name, or add the jar that provides it to the class path""");
    }

    @Test
    void aMonitorThatIsNoMetric() {
        Experiment experiment = read(START + ",\n  \"training\": { \"monitor\": \"accuracy\" }\n}");
        assertMessage(() -> experiment.validation(Tasks.NEXT), """
                No metric 'accuracy' to judge by
                  available  loss, bitsPerCharacter
                  fix        add it to the metrics, or correct the name""");
    }

    @Test
    void aLanguageModelOfNumbers() {
        Experiment experiment = read(START + "\n}");
        Feature numbers = new Feature.Numbers(2);
        assertMessage(() -> experiment.network(new Encoding(numbers, numbers, true)), """
                A language model is for data whose target is the next symbol
                  data gives  2 numbers
                  target      2 numbers
                  fix         use data of type lines or text, or a model of type sequence""");
    }

    @Test
    void aFileThatIsNotThere() {
        Experiment experiment = read(START + "\n}");
        RnnException e =
                assertThrows(RnnException.class, () -> experiment.data().read(experiment.seed(), Optional.empty()));
        assertEquals(
                "No such file: ./none.txt", e.getMessage().lines().findFirst().orElse(""));
    }

    @Test
    void candidatesByFrequencyOfSymbolsThatNobodyCounted() {
        Experiment experiment = read("""
                {
                  "format": "rnn4j/1",
                  "data": { "type": "synthetic", "task": "embeddedReber", "examples": 4 },
                  "model": { "type": "languageModel", "layers": [{ "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 2 } }] },
                  "loss": { "type": "sampledSoftmax", "candidates": 3, "distribution": "unigram" }
                }""");
        Encoding encoding = experiment.data().read(1, Optional.empty()).encoding();
        assertMessage(() -> experiment.loss(encoding), """
                Candidates are to be drawn by how often classes are met, which is not known
                  counts  7 classes, not counted
                  fix     use data that counts its symbols, forClasses(counts) in Java, or the distribution logUniform or uniform""");
    }

    @Test
    void aPowerOfOtherCandidates() {
        String loss = ",\n  \"loss\": { \"type\": \"sampledSoftmax\", \"power\": 0.5 }\n}";
        assertMessage(() -> read(START + loss), """
                power belongs to the distribution unigram at loss.power (names.json:5:48)
                  given  0.5
                  fix    remove it, or add "distribution": "unigram\"""");
    }
}
