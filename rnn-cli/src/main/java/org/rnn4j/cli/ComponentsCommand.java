package org.rnn4j.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rnn4j.core.config.JsonSchema;
import org.rnn4j.core.config.Reference;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rnn components}. */
@Command(
        name = "components",
        description =
                "List what a configuration can name: cells, layers, losses, optimizers and more, and where they come from.")
final class ComponentsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "TYPE", description = "Show all about one type, such as lstm.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--schema", description = "Write the JSON Schema of configurations instead, for an editor.")
    private boolean schema;

    ComponentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Registry registry = Components.registry();
        if (schema) {
            console.line(JsonSchema.of(registry, Experiment.section()));
            return Cli.OK;
        }
        List<Reference> found = type.isPresent() ? Reference.of(registry, type.get()) : Reference.all(registry);
        console.line(
                type.isPresent()
                        ? found.stream().map(Reference::render).collect(Collectors.joining("\n\n"))
                        : Reference.overview(found));
        return Cli.OK;
    }
}
