package org.rnn4j.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4j.api.RnnException;
import org.rnn4j.api.TrainingException;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.train.Evaluator;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.TrainingResult.Reason;

final class TrainingJobTest {
    @TempDir
    Path folder;

    private TrainingJob.Outcome run(String name, String... overrides) {
        RunFolder run = RunFolder.fresh(folder.resolve(name));
        return TrainingJob.begin(Runs.experiment(folder, overrides), () -> run).run();
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static List<JsonNode> metrics(RunFolder run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(run.metrics())) lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    @Test
    void fillsTheRunFolder() throws IOException {
        TrainingJob.Outcome outcome = run("run");
        RunFolder run = outcome.folder();
        assertEquals(
                List.of("checkpoints", "config.json", "metrics.jsonl", "model.safetensors", "report.html"),
                names(run.path()));
        assertEquals(List.of("epoch-000003.safetensors", "epoch-000004.safetensors"), names(run.checkpoints()));
        List<JsonNode> lines = metrics(run);
        assertEquals(4, lines.size());
        assertEquals(4, lines.get(3).get("epoch").intValue());
        assertEquals(3, lines.get(3).get("samples").size());
        assertTrue(lines.get(0).get("validation").get("bitsPerCharacter").isDouble());
        assertEquals(Reason.ALL_EPOCHS, outcome.result().reason());
    }

    @Test
    void theModelIsTheBestOne() {
        TrainingJob.Outcome outcome = run("run", "training.epochs=8", "optimizer.learningRate=0.5");
        TrainedModel model = ModelFile.read(outcome.folder().model(), Runs.REGISTRY);
        Experiment experiment = model.experiment();
        double loss = Evaluator.of(model.network(), model.loss(), experiment.feeding(), List.of(), 1)
                .evaluate(experiment
                        .data()
                        .read(experiment.seed(), java.util.Optional.empty())
                        .validation()
                        .orElseThrow())
                .get("loss");
        assertEquals(outcome.result().best().orElseThrow().value(), loss, 1e-12);
    }

    @Test
    void aRunThatIsResumedEndsAsOneThatWasNotInterrupted() throws IOException {
        TrainingJob.Outcome whole = run("whole");
        Experiment experiment = Runs.experiment(folder);
        RunFolder run = RunFolder.fresh(folder.resolve("resumed"));
        int[] left = {3};
        TrainingJob.Outcome part = TrainingJob.begin(experiment, () -> run)
                .withStop(() -> --left[0] == 0)
                .run();
        assertEquals(Reason.STOPPED, part.result().reason());
        assertTrue(Files.exists(run.report()));

        Experiment same = Experiment.read(RunFolder.existing(run.path()).config(), List.of(), Runs.REGISTRY);
        TrainingJob.Outcome rest = TrainingJob.resume(same, run).run();
        assertEquals(whole.result().best(), rest.result().best());
        for (String name : List.of("layers.0.cell.W_hh", "output.b_y")) {
            assertArrayEquals(
                    whole.model().network().weights().get(name),
                    rest.model().network().weights().get(name));
        }
        List<JsonNode> expected = metrics(whole.folder());
        List<JsonNode> found = metrics(run);
        assertEquals(4, found.size());
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.get(i).get("training"), found.get(i).get("training"));
            assertEquals(expected.get(i).get("samples"), found.get(i).get("samples"));
        }
    }

    @Test
    void longEpochsHaveCheckpointsWithin() throws IOException {
        TrainingJob.Outcome whole = run("whole", "training.epochs=1");
        RunFolder run = RunFolder.fresh(folder.resolve("run"));
        Experiment experiment = Runs.experiment(folder, "training.epochs=1", "training.checkpoints.minutes=0");
        TrainingJob job = TrainingJob.begin(experiment, () -> run)
                .withListener(new org.rnn4j.core.train.TrainingListener() {
                    @Override
                    public void validated(long update, java.util.Map<String, Double> values, boolean best) {
                        throw new TrainingException("as if the power had failed");
                    }
                });
        assertThrows(TrainingException.class, job::run);
        assertEquals(List.of("epoch-000000.safetensors"), names(run.checkpoints()));
        Experiment same = Experiment.read(run.config(), List.of(), Runs.REGISTRY);
        TrainingJob.Outcome rest = TrainingJob.resume(same, run).run();
        assertEquals(whole.result().best(), rest.result().best());
        assertEquals(
                metrics(whole.folder()).get(0).get("training"),
                metrics(run).get(0).get("training"));
    }

    @Test
    void aFinishedRunGoesOnWithMoreEpochs() throws IOException {
        RunFolder run = run("run").folder();
        Experiment more = Experiment.read(run.config(), List.of("training.epochs=6"), Runs.REGISTRY);
        TrainingJob.Outcome outcome = TrainingJob.resume(more, run).run();
        assertEquals(2, outcome.result().epochs().size());
        assertEquals(6, metrics(run).size());
        assertTrue(Files.readString(run.config()).contains("\"epochs\": 6"));
    }

    @Test
    void aFinishedRunIsNotResumedWithoutMoreEpochs() {
        RunFolder run = run("run").folder();
        Experiment same = Experiment.read(run.config(), List.of(), Runs.REGISTRY);
        RnnException e = assertThrows(
                RnnException.class, () -> TrainingJob.resume(same, run).run());
        assertEquals("""
                The run in DIR/run is finished
                  epochs  4 of 4
                  fix     let it go on with --set training.epochs=8""", e.getMessage().replace(folder.toString(), "DIR"));
    }

    @Test
    void fewerEpochsThanAreDoneSuggestMore() {
        RunFolder run = run("run").folder();
        Experiment fewer = Experiment.read(run.config(), List.of("training.epochs=2"), Runs.REGISTRY);
        RnnException e = assertThrows(
                RnnException.class, () -> TrainingJob.resume(fewer, run).run());
        assertEquals("""
                The run in DIR/run is finished
                  epochs  4 done, 2 wanted
                  fix     let it go on with --set training.epochs=8""", e.getMessage().replace(folder.toString(), "DIR"));
    }

    @Test
    void dataThatHasChangedIsNotLearntFurther() throws IOException {
        RunFolder run = run("run").folder();
        Experiment more = Experiment.read(run.config(), List.of("training.epochs=6"), Runs.REGISTRY);
        Files.writeString(folder.resolve("names.txt"), "anna\nbob\nclara\nzoe\nemma\nfay\ngreta\nhilda\nida\njo\n");
        RnnException e = assertThrows(
                RnnException.class, () -> TrainingJob.resume(more, run).run());
        assertEquals("""
                The data has changed since the run began
                  run  DIR/run
                  fix  bring the data back to what it was, or begin a new run""", e.getMessage().replace(folder.toString(), "DIR"));
    }

    @Test
    void aRunWithoutCheckpointsCannotBeResumed() throws IOException {
        RunFolder run = run("run").folder();
        for (String name : names(run.checkpoints()))
            Files.delete(run.checkpoints().resolve(name));
        Experiment same = Experiment.read(run.config(), List.of(), Runs.REGISTRY);
        RnnException e = assertThrows(
                RnnException.class, () -> TrainingJob.resume(same, run).run());
        assertEquals("""
                No checkpoint to go on from in DIR/run/checkpoints
                  fix  begin the run again, in another folder""", e.getMessage().replace(folder.toString(), "DIR"));
    }

    @Test
    void nothingIsWrittenWhereTrainingCannotBegin() {
        Path path = folder.resolve("run");
        for (String[] mistake : new String[][] {
            {"data.file=none.txt"},
            {"training.monitor=accuracy"},
            {"samples.prefix=XYZ"},
            {"samples.count=1", "samples.prefix=?"}
        }) {
            RunFolder run = RunFolder.fresh(path);
            Experiment experiment = Runs.experiment(folder, mistake);
            assertThrows(
                    RnnException.class,
                    () -> TrainingJob.begin(experiment, () -> run).run());
            assertFalse(Files.exists(path), mistake[0]);
        }
    }

    @Test
    void whatWasReachedBeforeANumberWentWrongIsKept() throws IOException {
        RunFolder run = RunFolder.fresh(folder.resolve("run"));
        Experiment experiment = Runs.experiment(folder);
        TrainingJob job = TrainingJob.begin(experiment, () -> run);
        // A listener is not meant to change anything; here it plays the part of a training that goes wrong.
        TrainingException e = assertThrows(TrainingException.class, () -> {
            job.withListener(new org.rnn4j.core.train.TrainingListener() {
                        @Override
                        public void updated(org.rnn4j.core.train.UpdateReport report) {
                            if (report.update() == 5) throw new TrainingException("The loss is NaN");
                        }
                    })
                    .run();
        });
        assertEquals("The loss is NaN", e.getMessage());
        assertEquals(List.of("epoch-000001.safetensors", "epoch-000002.safetensors"), names(run.checkpoints()));
        assertEquals(4, ModelFile.read(run.model(), Runs.REGISTRY).experiment().epochs());
    }

    @Test
    void theTestPartIsJudgedAtTheEnd() {
        TrainingJob.Outcome outcome = run("run", "data.test=0.2");
        assertEquals(
                List.of("loss", "bitsPerCharacter"), List.copyOf(outcome.test().keySet()));
    }

    @Test
    void progressTellsWhatItReached() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ProgressOptions plain = ProgressOptions.of(out, ProgressOptions.Style.PLAIN);
        RunFolder run = RunFolder.fresh(folder.resolve("run"));
        TrainingJob.begin(Runs.experiment(folder), () -> run)
                .withProgress(plain)
                .run();
        String[] lines = bytes.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "DIR")
                .split("\n");
        assertEquals("training 8 sequences, 39 characters; validation 2 sequences, 9 characters", lines[0]);
        assertEquals("138 parameters, float64; run folder DIR/run", lines[1]);
        assertTrue(
                lines[2].matches("epoch 1/4  loss 2\\.\\d{3}  validation 2\\.\\d{3}, bitsPerCharacter \\d\\.\\d{3}"
                        + "  [\\d,]+ characters/s  \\d+\\.\\d s  best"),
                lines[2]);
        assertTrue(lines[3].startsWith("    "), lines[3]);
        assertEquals("All epochs are done", lines[10]);
        assertTrue(lines[11].matches("best validation: loss \\d\\.\\d{4} in epoch \\d"), lines[11]);
        assertEquals("model: DIR/run/model.safetensors", lines[12]);
        assertEquals("report: DIR/run/report.html", lines[13]);
        assertEquals(14, lines.length);
    }
}
