package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.run.ProgressOptions;
import org.rnn4j.core.run.ProgressOptions.Style;
import org.rnn4j.core.run.RunFolder;
import org.rnn4j.core.run.TrainingJob;
import org.rnn4j.core.run.TrainingJob.Outcome;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn train}. */
@Command(
        name = "train",
        description =
                "Train the model of a configuration, and keep it with all that belongs to it in the folder of a run.")
final class TrainCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");
    private static final org.rnn4j.api.Option<Integer> THREADS =
            org.rnn4j.api.Option.integer("--threads", "most threads").atLeast(1);

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIG",
            description =
                    "A configuration, such as rnn-examples/configs/dinosaur-names.json; with --resume, that of the run"
                            + " if nothing is said.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "The folder of the run, new or empty; runs/NAME-1, runs/NAME-2 and so on if nothing is said.")
    private Optional<Path> run = Optional.empty();

    @Option(names = "--resume", description = "Go on with the run in the folder of --run, from its newest checkpoint.")
    private boolean resume;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a value of the configuration, such as training.epochs=3; may be given several times.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Most threads; as many as there are processors if nothing is said. The result does not depend on it.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--quiet", description = "Show nothing but where the model is.")
    private boolean quiet;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        threads.ifPresent(THREADS::checked);
        TrainingJob job = resume ? resumed() : begun();
        Outcome outcome;
        try (Interruption interruption = new Interruption()) {
            outcome = job.withProgress(ProgressOptions.of(console.out(), style()))
                    .withStop(interruption::isThere)
                    .run();
            report(outcome);
        }
        return Cli.OK;
    }

    private TrainingJob begun() {
        Path file = config.orElseThrow(() -> missing("CONFIG", "name a configuration"));
        Experiment experiment = experiment(file);
        Optional<RunFolder> folder = run.map(RunFolder::fresh);
        return TrainingJob.begin(experiment, () -> folder.orElseGet(() -> RunFolder.numbered(RUNS, name(file))));
    }

    private TrainingJob resumed() {
        RunFolder folder = RunFolder.existing(run.orElseThrow(
                () -> missing("--run", "name the folder of the run that is to go on: --run DIR --resume")));
        return TrainingJob.resume(experiment(config.orElse(folder.config())), folder);
    }

    private Experiment experiment(Path file) {
        Experiment experiment = ConfigArgument.experiment(file, overrides);
        return threads.map(experiment::withThreads).orElse(experiment);
    }

    private static ConfigException missing(String what, String fix) {
        return new ConfigException(ErrorMessage.of("Missing " + what).fix(fix).toString());
    }

    private Style style() {
        if (quiet) return Style.QUIET;
        return Terminal.isThere() ? Style.TERMINAL : Style.PLAIN;
    }

    private void report(Outcome outcome) {
        if (quiet) {
            console.line(outcome.folder().model().toString());
        } else if (outcome.model().encoding().isNextSymbol()) {
            String source = outcome.model().encoding().source().isPresent() ? " --source TEXT" : "";
            console.line(
                    "sample: " + Cli.COMMAND + " sample " + outcome.folder().path() + source);
        } else {
            console.line(
                    "evaluate: " + Cli.COMMAND + " evaluate " + outcome.folder().path());
        }
    }

    /** The name of a configuration without its folder and ending. */
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }
}
