package org.rnn4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A configuration file, and values to set in it. */
final class ConfigArgument {
    @Parameters(
            paramLabel = "CONFIG",
            description = "A configuration, such as rnn-examples/configs/dinosaur-names.json.")
    private Path config = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Set a value of the configuration, such as training.epochs=3; may be given several times.")
    private List<String> overrides = new ArrayList<>();

    Experiment experiment() {
        return experiment(config, overrides);
    }

    static Experiment experiment(Path config, List<String> overrides) {
        return Experiment.read(config, overrides, Components.registry());
    }

    static Dataset data(Experiment experiment) {
        return experiment.data().read(experiment.seed(), Optional.empty());
    }
}
