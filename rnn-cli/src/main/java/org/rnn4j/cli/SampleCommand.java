package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn sample}. */
@Command(
        name = "sample",
        description = "Invent texts with a language model, one on a line; -- stands between texts of several lines.")
final class SampleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The folder of a run, or a model file.")
    private Path model = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "What to answer, for a model that answers sources, such as a translator.")
    private Optional<String> source = Optional.empty();

    @Mixin
    private DecodingOptions options = new DecodingOptions();

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> texts = options.texts(Models.decoder(Models.read(model), source));
        boolean lines = texts.stream().anyMatch(text -> text.contains("\n"));
        console.line(String.join(lines ? "\n--\n" : "\n", texts));
        return Cli.OK;
    }
}
