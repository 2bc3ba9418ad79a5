package org.rnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void prepare() {
        workspace = new Workspace(folder);
    }

    private Run train(String... more) {
        String[] args = new String[2 + more.length];
        args[0] = "train";
        args[1] = workspace.path("config.json");
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.of(args);
    }

    @Test
    void showsEachEpochAndInventedNames() {
        Run run = train("--run", workspace.path("run"));
        assertEquals(Cli.OK, run.code(), run::err);
        assertEquals("", run.err());
        assertTrue(run.out().matches("(?s).*epoch 1/2  loss \\d\\.\\d+  validation \\d\\.\\d+.*"), run.out());
        assertTrue(run.out().matches("(?s).*epoch 2/2 .*\\n    [a-z]*, [a-z]*, [a-z]*\\n.*"), run.out());
    }

    @Test
    void saysWhereTheModelIsAndHowToSample() {
        Run run = train("--run", workspace.path("run"));
        assertTrue(run.out().contains("model: " + workspace.path("run/model.safetensors")), run.out());
        assertTrue(run.out().endsWith("sample: rnn sample " + workspace.path("run") + "\n"), run.out());
    }

    @Test
    void quietShowsNothingButTheModel() {
        Run run = train("--run", workspace.path("run"), "--quiet");
        assertEquals(new Run(Cli.OK, workspace.path("run/model.safetensors") + "\n", ""), run);
    }

    @Test
    void valuesCanBeSet() {
        Run run = train(
                "--run",
                workspace.path("other"),
                "--set",
                "training.epochs=1",
                "--set",
                "model.layers[0].cell={\"type\":\"elman\",\"hiddenSize\":5}");
        assertEquals(Cli.OK, run.code(), run::err);
        assertTrue(run.out().contains("epoch 1/1"), run.out());
        assertTrue(workspace.read("other/config.json").contains("elman"));
    }

    @Test
    void threadsChangeNoBit() throws IOException {
        train("--run", workspace.path("one"), "--quiet", "--threads", "1");
        train("--run", workspace.path("two"), "--quiet", "--threads", "2");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one/model.safetensors")),
                Files.readAllBytes(folder.resolve("two/model.safetensors")));
    }

    @Test
    void resumingGivesTheSameModelAsNoInterruption() throws IOException {
        train("--run", workspace.path("whole"), "--quiet", "--set", "training.epochs=4");
        train("--run", workspace.path("parts"), "--quiet");
        Run resumed = Run.of("train", "--run", workspace.path("parts"), "--resume", "--set", "training.epochs=4");
        assertEquals(Cli.OK, resumed.code(), resumed::err);
        assertTrue(resumed.out().contains("epoch 3/4"), resumed.out());
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/model.safetensors")),
                Files.readAllBytes(folder.resolve("parts/model.safetensors")));
    }
}
