package org.rnn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.io.TrainedModel;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn describe}. */
@Command(
        name = "describe",
        description = "Show what a configuration or a model is made of: layers, shapes, parameters, work, memory.")
final class DescribeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "CONFIG|MODEL",
            description = "A configuration (a file whose name ends in .json), the folder of a run, or a model file.")
    private Path path = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a value of the configuration, such as training.epochs=3; may be given several times.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--plan", description = "Show the plan as well: what runs, in which order, on which buffers.")
    private boolean plan;

    DescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (path.toString().endsWith(".json") && !Files.isDirectory(path)) {
            Experiment experiment = ConfigArgument.experiment(path, overrides);
            Encoding encoding = ConfigArgument.data(experiment).encoding();
            describe(experiment, encoding, experiment.network(encoding));
        } else {
            TrainedModel model = Models.read(path);
            describe(model.experiment(), model.encoding(), model.network());
        }
        return Cli.OK;
    }

    private static String reads(Encoding encoding) {
        return encoding.source()
                .map(source -> source + "; then " + encoding.input())
                .orElse(encoding.input().toString());
    }

    private void describe(Experiment experiment, Encoding encoding, Network network) {
        NetworkTables tables = new NetworkTables(network);
        console.line(Table.facts()
                .row("reads", reads(encoding))
                .row(
                        "predicts",
                        (encoding.isNextSymbol() ? "the next of " : "")
                                + encoding.target()
                                + ", " + encoding.targetLength().words())
                .row("network", tables.shapes())
                .row("memory", memory(experiment, network, tables))
                .toString());
        console.line("\n" + tables.layers());
        console.line("\n" + tables.parameters());
        if (plan) console.line("\n" + network.describePlan().stripTrailing());
    }

    private static String memory(Experiment experiment, Network network, NetworkTables tables) {
        long states = network.newUpdater(experiment.rule().optimizer()).states().values().stream()
                .mapToLong(values -> values.length)
                .sum();
        long training = 2 * tables.bytes() + states * NetworkTables.bytesPerNumber(network.precision());
        return Units.bytes(tables.bytes()) + " of weights; with gradients and the optimizer's states "
                + Units.bytes(training);
    }
}
