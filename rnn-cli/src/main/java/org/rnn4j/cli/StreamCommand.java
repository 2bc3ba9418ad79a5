package org.rnn4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.cli.stream.LineStream;
import org.rnn4j.cli.stream.Lines;
import org.rnn4j.cli.stream.Predictions;
import org.rnn4j.cli.stream.SourceStream;
import org.rnn4j.core.io.AtomicFiles;
import org.rnn4j.core.io.SessionFile;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.math.Categorical;
import org.rnn4j.core.network.LookaheadSession;
import org.rnn4j.core.network.SessionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn stream}. */
@Command(
        name = "stream",
        description = "Run a model on lines as they arrive: read a line, write a line with its prediction.",
        footer = {
            "",
            "A line is text for a model of symbols, or a JSON string, or an array of strings; for a model of numbers a",
            "number, an array of numbers, or an array of such arrays. With side inputs it is {\"input\": ..., \"name\": ...}.",
            "A line of several steps gets their predictions with spaces between; of a language model, what comes next.",
            "An empty line ends a sequence and begins a new one. To a model that answers sources, the first line of a",
            "sequence is the source, and gets what the answer begins with; each line after it goes on with the answer."
        })
final class StreamCommand implements Callable<Integer> {
    private static final org.rnn4j.api.Option<Double> TEMPERATURE =
            org.rnn4j.api.Option.number("--temperature", "0 is greedy").atLeast(0);
    private static final org.rnn4j.api.Option<Integer> TOP_K = org.rnn4j.api.Option.integer(
                    "--top-k", "most symbols to choose from")
            .atLeast(1);
    private static final org.rnn4j.api.Option<Double> TOP_P = org.rnn4j.api.Option.number(
                    "--top-p", "probability of the symbols to choose from")
            .above(0)
            .atMost(1);
    private static final org.rnn4j.api.Option<Integer> TOP = org.rnn4j.api.Option.integer(
                    "--top", "symbols with their probabilities")
            .atLeast(1);
    private static final org.rnn4j.api.Option<Integer> LOOKAHEAD =
            org.rnn4j.api.Option.integer("--lookahead", "steps to look ahead").atLeast(0);

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Go on from the state in this file, if it exists, and keep the state there at the end.")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--lookahead",
            paramLabel = "K",
            description = "Give each prediction when K more steps are in, for layers that run backward as well"
                    + " (default: lookahead in the model's configuration).")
    private Optional<Integer> lookahead = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Give the N most probable symbols with their probabilities, as JSON.")
    private Optional<Integer> top = Optional.empty();

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description = "Draw symbols: 1 as the model says, below 1 more usual ones; 0 is the most probable one"
                    + " (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(names = "--top-k", paramLabel = "K", description = "Choose among the K most probable symbols only.")
    private int topK = Categorical.ALL;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Choose among the most probable symbols whose probabilities reach P only.")
    private double topP = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed draws the same symbols (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    StreamCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Categorical sampling =
                new Categorical(TEMPERATURE.checked(temperature), TOP_K.checked(topK), TOP_P.checked(topP));
        top.ifPresent(TOP::checked);
        lookahead.ifPresent(LOOKAHEAD::checked);
        state.ifPresent(StreamCommand::requireRoom);
        TrainedModel trained = Models.read(model);
        if (trained.loss().ofSequences().isPresent()) {
            throw new ConfigException(ErrorMessage.of("The model cannot be run on lines as they arrive")
                    .fact("reason", "its loss finds labels for whole sequences only")
                    .fix("judge it with rnn evaluate, or read labels of whole sequences with LabelReader")
                    .toString());
        }
        boolean symbols = trained.encoding().target().isSymbols();
        if (!symbols && (top.isPresent() || temperature > 0)) {
            throw new ConfigException(ErrorMessage.of("Nothing to choose from")
                    .fact("gives", trained.encoding().target())
                    .fix("leave out --top and --temperature: the model gives numbers")
                    .toString());
        }
        OptionalInt most = top.map(OptionalInt::of).orElse(OptionalInt.empty());
        Predictions predictions =
                new Predictions(trained.encoding(), trained.loss(), new Predictions.Choice(sampling, seed, most));
        run(trained.encoding().source().isPresent() ? answers(trained, predictions) : outputs(trained, predictions));
        return Cli.OK;
    }

    private Lines outputs(TrainedModel trained, Predictions predictions) {
        LookaheadSession session = session(trained);
        kept().ifPresent(session::restore);
        return new LineStream(trained.encoding(), session, predictions);
    }

    private Lines answers(TrainedModel trained, Predictions predictions) {
        if (lookahead.isPresent()) {
            throw new ConfigException(ErrorMessage.of("A model that answers a source does not look ahead")
                    .fact("reads", trained.encoding().source().orElseThrow())
                    .fix("leave out --lookahead: the source is read as a whole anyway")
                    .toString());
        }
        trained.network().requireCausal();
        SourceStream stream = new SourceStream(trained.encoding(), trained.network(), predictions);
        kept().ifPresent(stream::restore);
        return stream;
    }

    private Optional<SessionState> kept() {
        return state.filter(Files::exists).map(SessionFile::read);
    }

    /** What cannot be kept at the end is to be told at the beginning. */
    private static void requireRoom(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder) && !Files.isDirectory(file)) return;
        throw new ConfigException(ErrorMessage.of("The state cannot be kept in " + file)
                .fact("reason", Files.isDirectory(file) ? "it is a folder" : "there is no such folder")
                .fix("name a file in a folder that exists")
                .toString());
    }

    private LookaheadSession session(TrainedModel trained) {
        OptionalInt steps = lookahead
                .map(OptionalInt::of)
                .orElse(trained.experiment().model().lookahead());
        if (steps.isEmpty()) trained.network().newSession(); // refuses what cannot run without looking ahead
        return trained.network().newLookahead(steps.orElse(0));
    }

    private void run(Lines stream) throws IOException {
        // Ctrl-C and a plain kill end a stream in good order too; whoever comes first keeps the state.
        Thread keeper = new Thread(() -> keep(stream), "rnn-stream-state");
        Runtime.getRuntime().addShutdownHook(keeper);
        BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (stream) {
                    write(stream.line(line));
                }
                if (console.out().checkError()) break; // nobody reads any more
            }
            if (state.isEmpty()) write(stream.finish());
        } finally {
            if (release(keeper)) keep(stream);
        }
    }

    private void write(List<String> ready) {
        ready.forEach(console::line);
        console.out().flush();
    }

    private void keep(Lines stream) {
        synchronized (stream) {
            if (state.isEmpty()) return;
            Optional<SessionState> last = stream.state();
            last.ifPresent(kept -> SessionFile.write(state.get(), kept));
            if (last.isEmpty()) AtomicFiles.delete(state.get());
        }
    }

    /** False if the process is ending already, and the hook does its work. */
    private static boolean release(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
