package org.rnn4j.core.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.data.Dataset;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;

/** Small models to write and read. */
final class Models {
    static final Registry REGISTRY = Components.registry();

    private static final String CONFIG = """
            {
              "format": "rnn4j/1",
              "precision": "float64",
              "data": { "type": "lines", "file": "names.txt" },
              "model": {
                "type": "languageModel",
                "layers": [{ "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 3 } }]
              },
              "training": { "epochs": 2, "batchSize": 4 }
            }
            """;

    private Models() {}

    static Experiment experiment(Path folder, String... overrides) {
        try {
            Files.writeString(
                    folder.resolve("names.txt"), "anna\nbob\nclara\ndora\nemma\nfay\ngreta\nhilda\nida\njo\n");
            Path config = Files.writeString(folder.resolve("names.json"), CONFIG);
            return Experiment.read(config, List.of(overrides), REGISTRY).withThreads(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dataset data(Experiment experiment) {
        return experiment.data().read(experiment.seed(), Optional.empty());
    }

    static TrainedModel model(Path folder, String... overrides) {
        Experiment experiment = experiment(folder, overrides);
        Dataset data = data(experiment);
        return new TrainedModel(experiment, data.encoding(), experiment.network(data.encoding()));
    }
}
