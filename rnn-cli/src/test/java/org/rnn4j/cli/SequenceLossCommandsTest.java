package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a model whose loss looks at whole sequences. */
final class SequenceLossCommandsTest {
    private static final String CONFIG = """
            {
              "format": "rnn4j/1",
              "threads": 1,
              "data": { "type": "jsonLines", "file": "tags.jsonl", "validation": 0, "targetPerStep": true, "level": "word" },
              "model": { "type": "sequence", "layers": [
                { "type": "recurrent", "cell": { "type": "gru", "hiddenSize": 8 } }, { "type": "dense", "size": 2 } ] },
              "loss": "crf",
              "optimizer": { "type": "adam", "learningRate": 0.05 },
              "training": { "epochs": 20, "metrics": [ "entities", "confusionMatrix" ] }
            }
            """;

    @TempDir
    static Path folder;

    private static Workspace workspace;

    @BeforeAll
    static void train() {
        workspace = new Workspace(folder);
        workspace.write(
                "tags.jsonl", "{\"input\": \"Teddy met Ann\", \"target\": [\"B-X\", \"O\", \"B-X\"]}\n".repeat(8));
        workspace.write("crf.json", CONFIG);
        assertEquals(
                "",
                result("train", workspace.path("crf.json"), "--run", workspace.path("crf"), "--quiet")
                        .err());
    }

    private static Run result(String... args) {
        Run run = Run.of(args);
        assertEquals(Cli.OK, run.code(), run.err());
        return run;
    }

    @Test
    void evaluatePrintsPartsAndTables() {
        String text = result("evaluate", workspace.path("crf"), "--data", workspace.path("tags.jsonl"))
                .out();
        String expected = """
                entityF1         1.0000
                confusionMatrix  1.0000

                entityF1
                  X f1         1.0000
                  X precision  1.0000
                  X recall     1.0000

                confusionMatrix
                  expected \\ said      B-X        O   recall
                  B-X                   16        0  100.0 %
                  O                      0        8  100.0 %
                  precision        100.0 %  100.0 %
                """;
        assertTrue(text.endsWith(expected), text);
    }

    @Test
    void checkComparesTheParametersOfTheLoss() {
        String text = result("check", workspace.path("crf.json")).out();
        assertTrue(text.contains("loss.transitions"), text);
    }

    @Test
    void streamRefuses() {
        Run run = Run.of("stream", workspace.path("crf"));
        assertEquals(Cli.MISTAKE, run.code());
        assertTrue(run.err().contains("its loss finds labels for whole sequences only"), run.err());
    }
}
