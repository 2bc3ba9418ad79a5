package org.rnn4j.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.RnnException;

final class RunFolderTest {
    @TempDir
    Path folder;

    private void assertMessage(Executable misuse, String expected) {
        RnnException e = assertThrows(RnnException.class, misuse);
        assertEquals(expected, e.getMessage().replace(folder.toString(), "DIR"));
    }

    @Test
    void numbersGoUp() {
        Path runs = folder.resolve("runs");
        assertEquals(runs.resolve("names-1"), RunFolder.numbered(runs, "names").path());
        assertEquals(runs.resolve("names-2"), RunFolder.numbered(runs, "names").path());
        assertEquals(runs.resolve("other-1"), RunFolder.numbered(runs, "other").path());
    }

    @Test
    void aFreshFolderIsNotCreatedBeforeItIsNeeded() {
        RunFolder run = RunFolder.fresh(folder.resolve("a/b"));
        assertFalse(Files.exists(run.path()));
        run.create();
        assertTrue(Files.isDirectory(run.checkpoints()));
    }

    @Test
    void anEmptyFolderMayBeUsed() {
        assertEquals(folder, RunFolder.fresh(folder).path());
    }

    @Test
    void theNewestCheckpointIsTheOneWithMostEpochs() throws IOException {
        RunFolder run = new RunFolder(folder);
        assertEquals(Optional.empty(), run.latestCheckpoint());
        run.create();
        for (int epoch : new int[] {9, 10, 2}) Files.createFile(run.checkpoint(epoch));
        Files.createFile(run.checkpoints().resolve("notes.txt"));
        assertEquals(Optional.of(run.checkpoint(10)), run.latestCheckpoint());
        run.keepCheckpoints(1);
        assertFalse(Files.exists(run.checkpoint(9)));
        assertTrue(Files.exists(run.checkpoints().resolve("notes.txt")));
    }

    @Test
    void aModelIsAFileOrThatOfARun() throws IOException {
        Path file = Files.createFile(folder.resolve("model.safetensors"));
        assertEquals(file, RunFolder.modelFile(file));
        assertEquals(file, RunFolder.modelFile(folder));
    }

    @Test
    void aFolderWithSomethingInIt() throws IOException {
        Files.createFile(folder.resolve("thesis.txt"));
        assertMessage(() -> RunFolder.fresh(folder), """
                The folder for the run is not empty: DIR
                  in it  thesis.txt
                  fix    name another folder, or go on with the run in it: --resume""");
    }

    @Test
    void aFileInsteadOfAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("thesis.txt"));
        assertMessage(() -> RunFolder.fresh(file), """
                A file, not a folder for a run: DIR/thesis.txt
                  fix  name a folder that is empty, or does not exist""");
    }

    @Test
    void noRunToGoOnWith() {
        assertMessage(() -> RunFolder.existing(folder), """
                No run in the folder DIR
                  looked for  DIR/config.json
                  fix         name the folder of a run that 'rnn train' began""");
        assertMessage(() -> RunFolder.existing(folder.resolve("none")), """
                No such folder: DIR/none
                  looked for  DIR/none/config.json
                  fix         name the folder of a run that 'rnn train' began""");
    }

    @Test
    void noModel() {
        assertMessage(() -> RunFolder.modelFile(folder), """
                No model in the folder DIR
                  looked for  DIR/model.safetensors
                  fix         name a run folder or a model file that 'rnn train' wrote""");
        assertMessage(() -> RunFolder.modelFile(folder.resolve("none")), """
                No such model: DIR/none
                  looked for  DIR/none
                  fix         name a run folder or a model file that 'rnn train' wrote""");
    }
}
