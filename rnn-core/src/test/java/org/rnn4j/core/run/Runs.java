package org.rnn4j.core.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rnn4j.core.config.Registry;
import org.rnn4j.core.train.Components;
import org.rnn4j.core.train.Experiment;

/** A small experiment to run. */
final class Runs {
    static final Registry REGISTRY = Components.registry();

    private static final String CONFIG = """
            {
              "format": "rnn4j/1",
              "seed": 5,
              "precision": "float64",
              "threads": 1,
              "data": { "type": "lines", "file": "names.txt", "validation": 0.2 },
              "model": {
                "type": "languageModel",
                "layers": [{ "type": "recurrent", "cell": { "type": "elman", "hiddenSize": 3 } }]
              },
              "optimizer": { "type": "adam", "learningRate": 0.02 },
              "training": { "epochs": 4, "batchSize": 4 },
              "samples": { "maxLength": 8 }
            }
            """;

    private Runs() {}

    static Experiment experiment(Path folder, String... overrides) {
        try {
            Files.writeString(
                    folder.resolve("names.txt"), "anna\nbob\nclara\ndora\nemma\nfay\ngreta\nhilda\nida\njo\n");
            Path config = Files.writeString(folder.resolve("names.json"), CONFIG);
            return Experiment.read(config, List.of(overrides), REGISTRY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
