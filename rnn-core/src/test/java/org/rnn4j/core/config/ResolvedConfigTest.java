package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;

class ResolvedConfigTest {
    private static final String RESOLVED = """
            {
              "seed": 0,
              "model": {
                "type": "stack",
                "layers": [ {
                  "type": "recurrent",
                  "cell": {
                    "type": "lstm",
                    "hiddenSize": 64,
                    "forgetBias": 1,
                    "activation": "tanh"
                  },
                  "drawn": {
                    "type": "flat"
                  }
                }, {
                  "type": "recurrent",
                  "cell": {
                    "type": "elman",
                    "activation": "tanh"
                  },
                  "drawn": {
                    "type": "flat"
                  }
                } ],
                "widths": [ 2, 3 ],
                "weights": [],
                "names": [ "yes", "no" ],
                "bias": true
              },
              "data": {
                "file": "data/names.txt"
              },
              "training": {
                "epochs": 10,
                "rate": 0.005
              }
            }""";

    @Test
    void defaultsAreFilledIn() {
        assertEquals(RESOLVED, Samples.experiment(Samples.GOOD).resolved().toJson());
    }

    @Test
    void readsBackToTheSame() {
        SectionConfig again = Samples.experiment(RESOLVED);
        assertEquals(RESOLVED, again.resolved().toJson());
        assertEquals(
                Samples.experiment(Samples.GOOD).section(Samples.DATA).get(Samples.FILE),
                again.section(Samples.DATA).get(Samples.FILE));
    }

    @Test
    void theOrderOfKeysIsThatOfTheirDeclaration() {
        ConfigNode node = Samples.json("{ \"hiddenSize\": 3.0, \"forgetBias\": 2e0, \"type\": \"lstm\","
                + " \"projectionSize\": 2, \"shape\": \"round\" }");
        assertEquals(
                """
                {
                  "type": "lstm",
                  "hiddenSize": 3,
                  "forgetBias": 2,
                  "activation": "tanh",
                  "projectionSize": 2,
                  "shape": {
                    "type": "round",
                    "forgetBias": 1
                  }
                }""",
                new ConfigReader(Samples.registry())
                        .component(node, Cell.class)
                        .resolved()
                        .toJson());
    }

    @Test
    void pathsLeadToTheSameFilesFromAnotherFolder() {
        ConfigNode resolved = Samples.experiment(Samples.GOOD).resolved();
        ConfigNode moved = resolved.pathsRelativeTo(Path.of("/runs/one"));
        assertEquals(RESOLVED.replace("data/names.txt", "../../conf/data/names.txt"), moved.toJson());
        ConfigNode read = ConfigText.parse(moved.toJson(), new Source("config.json", Path.of("/runs/one")));
        Path file = new ConfigReader(Samples.registry())
                .read(read, Samples.EXPERIMENT)
                .section(Samples.DATA)
                .get(Samples.FILE);
        assertEquals(Path.of("/conf/data/names.txt"), file.normalize());
        assertEquals(moved.toJson(), moved.pathsRelativeTo(Path.of("/runs/one")).toJson());
    }

    @Test
    void absolutePathsStay() {
        String json = Samples.GOOD.replace("data/names.txt", "/data/names.txt");
        ConfigNode moved = Samples.experiment(json).resolved().pathsRelativeTo(Path.of("/runs/one"));
        assertEquals(RESOLVED.replace("data/names.txt", "/data/names.txt"), moved.toJson());
    }
}
