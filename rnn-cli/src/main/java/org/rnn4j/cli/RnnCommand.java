package org.rnn4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code rnn} without a command, and the options that all commands have. */
@Command(
        name = "rnn",
        description = "Recurrent neural networks, written as their equations.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "First steps:",
            "  ${COMMAND-FULL-NAME} train rnn-examples/configs/dinosaur-names.json --run runs/dino",
            "  ${COMMAND-FULL-NAME} sample runs/dino"
        })
@SuppressWarnings("UnusedVariable") // options are for picocli and Failures to see
final class RnnCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of RNN4J and Java and exit.")
    private boolean version;

    @Option(names = Cli.DEBUG, scope = ScopeType.INHERIT, description = "Show where in the program an error happened.")
    private boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
