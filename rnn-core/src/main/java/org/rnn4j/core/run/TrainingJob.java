package org.rnn4j.core.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.data.DataPart;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.io.CheckpointFile;
import org.rnn4j.core.io.ModelFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Evaluator;
import org.rnn4j.core.train.Experiment;
import org.rnn4j.core.train.Trainer;
import org.rnn4j.core.train.TrainingListener;
import org.rnn4j.core.train.TrainingResult;
import org.rnn4j.core.train.TrainingState;

/**
 * Trains what a configuration describes, in a run folder.
 *
 * <pre>
 * Experiment experiment = Experiment.read(config, List.of(), Components.registry());
 * RunFolder folder = RunFolder.fresh(Path.of("runs/names"));
 * Outcome outcome = TrainingJob.begin(experiment, () -> folder).run();
 * </pre>
 *
 * <p>The folder is written into only when data and network have turned out to be right. Immutable; run once.
 */
public final class TrainingJob {
    private final Experiment experiment;
    private final Supplier<RunFolder> folder;
    private final boolean resumed;
    private final ProgressOptions progress;
    private final Surroundings surroundings;

    private record Surroundings(Optional<TrainingListener> listener, BooleanSupplier stop) {}

    /**
     * What a run leaves.
     *
     * @param result how training ended
     * @param model with the weights that remain
     * @param folder where it is
     * @param test values of loss and metrics on the test part, by name; empty if there is none
     */
    public record Outcome(TrainingResult result, TrainedModel model, RunFolder folder, Map<String, Double> test) {}

    private TrainingJob(
            Experiment experiment,
            Supplier<RunFolder> folder,
            boolean resumed,
            ProgressOptions progress,
            Surroundings surroundings) {
        this.experiment = experiment;
        this.folder = folder;
        this.resumed = resumed;
        this.progress = progress;
        this.surroundings = surroundings;
    }

    /**
     * A run that begins.
     *
     * @param folder asked for once, when it is certain that training can begin
     */
    public static TrainingJob begin(Experiment experiment, Supplier<RunFolder> folder) {
        return new TrainingJob(experiment, folder, false, ProgressOptions.quiet(), none());
    }

    /** A run that goes on from its newest checkpoint; the experiment is that of its folder, or nearly so. */
    public static TrainingJob resume(Experiment experiment, RunFolder folder) {
        return new TrainingJob(experiment, () -> folder, true, ProgressOptions.quiet(), none());
    }

    private static Surroundings none() {
        return new Surroundings(Optional.empty(), () -> false);
    }

    /** The same with progress shown. */
    public TrainingJob withProgress(ProgressOptions options) {
        return new TrainingJob(experiment, folder, resumed, options, surroundings);
    }

    /** The same with a listener, called after all else. */
    public TrainingJob withListener(TrainingListener listener) {
        Surroundings more = new Surroundings(Optional.of(listener), surroundings.stop);
        return new TrainingJob(experiment, folder, resumed, progress, more);
    }

    /** The same, asked after each update whether to stop; a run that was stopped can be resumed. */
    public TrainingJob withStop(BooleanSupplier stop) {
        return new TrainingJob(experiment, folder, resumed, progress, new Surroundings(surroundings.listener, stop));
    }

    /** Reads the data, builds the network, trains it, and writes all that there is to keep. */
    public Outcome run() {
        Dataset dataset = experiment.data().read(experiment.seed(), Optional.empty());
        Encoding encoding = dataset.encoding();
        Network network = experiment.network(encoding);
        if (!resumed) experiment.vectors().ifPresent(vectors -> vectors.applyTo(network, encoding));
        TrainedModel model = new TrainedModel(experiment, encoding, network);
        Optional<TrainingState> state = resumed ? Optional.of(checkpoint(model)) : Optional.empty();
        RunRecorder recorder = new RunRecorder(model, dataset, folder, progress, state);
        Trainer trainer =
                experiment.trainer(network, encoding).withListener(recorder).withStop(surroundings.stop);
        Trainer listened = surroundings.listener.map(trainer::withListener).orElse(trainer);
        TrainingResult result = state.map(s -> listened.resume(dataset, s)).orElseGet(() -> listened.train(dataset));
        Map<String, Double> test =
                dataset.test().map(part -> evaluate(model, part)).orElse(Map.of());
        recorder.conclude(result, test);
        return new Outcome(result, model, recorder.folder(), test);
    }

    private static Map<String, Double> evaluate(TrainedModel model, DataPart part) {
        Experiment experiment = model.experiment();
        return Evaluator.of(
                        model.network(),
                        model.loss(),
                        experiment.feeding(),
                        experiment.metrics(model.encoding()),
                        experiment.threads())
                .evaluate(part);
    }

    private TrainingState checkpoint(TrainedModel model) {
        RunFolder run = folder.get();
        Path file = run.latestCheckpoint()
                .orElseThrow(
                        () -> new RnnException(ErrorMessage.of("No checkpoint to go on from in " + run.checkpoints())
                                .fix("begin the run again, in another folder")
                                .toString()));
        if (Files.exists(run.model()) && !ModelFile.readEncoding(run.model()).equals(model.encoding())) {
            throw new RnnException(ErrorMessage.of("The data has changed since the run began")
                    .fact("run", run.path())
                    .fix("bring the data back to what it was, or begin a new run")
                    .toString());
        }
        TrainingState state = CheckpointFile.read(file, model.network());
        int epochs = model.experiment().epochs();
        int done = state.position().epoch();
        if (done >= epochs) {
            throw new RnnException(ErrorMessage.of("The run in " + run.path() + " is finished")
                    .fact("epochs", done > epochs ? done + " done, " + epochs + " wanted" : done + " of " + epochs)
                    .fix("let it go on with --set training.epochs=" + 2 * done)
                    .toString());
        }
        return state;
    }
}
