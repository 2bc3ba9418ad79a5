package org.rnn4j.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Layer;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.core.config.Samples.ElmanCell;
import org.rnn4j.core.config.Samples.LstmCell;
import org.rnn4j.core.config.Samples.RecurrentLayer;
import org.rnn4j.core.config.Samples.Shape;
import org.rnn4j.core.config.Samples.StackLayer;

class ConfigReaderTest {
    private static <C> C read(String json, Class<C> family) {
        return new ConfigReader(Samples.registry())
                .component(Samples.json(json), family)
                .value();
    }

    @Test
    void readsAWholeExperiment() {
        SectionConfig experiment = Samples.experiment(Samples.GOOD);
        StackLayer model = (StackLayer) experiment.get(Samples.MODEL);
        assertEquals(
                new LstmCell(64, 1.0, Activation.TANH, Optional.empty()),
                ((RecurrentLayer) model.layers().get(0)).cell());
        assertEquals(
                new ElmanCell(Activation.TANH), ((RecurrentLayer) model.layers().get(1)).cell());
        assertEquals(0.005, experiment.section(Samples.TRAINING).get(Samples.RATE));
    }

    @Test
    void givenValuesReplaceDefaults() {
        assertEquals(new LstmCell(8, -0.5, Activation.LEAKY_RELU, Optional.of(4)), read("""
                        { "type": "lstm", "hiddenSize": 8, "forgetBias": -0.5,
                          "activation": "leakyRelu", "projectionSize": 4 }
                        """, Cell.class));
    }

    @Test
    void listsAreRead() {
        StackLayer layer = (StackLayer) read("""
                { "type": "stack", "layers": [{ "type": "recurrent", "cell": "elman" }], "widths": [1, 2e0],
                  "weights": [0, 0.5], "names": ["a", ""], "bias": false }
                """, Layer.class);
        assertEquals(List.of(1, 2), layer.widths());
        assertEquals(List.of(0.0, 0.5), layer.weights());
        assertEquals(List.of("a", ""), layer.names());
        assertFalse(layer.bias());
    }

    @Test
    void wholeNumbersMayHaveAPointOrAnExponent() {
        for (String written : List.of("300", "300.0", "3e2", "30.00e1")) {
            LstmCell cell = (LstmCell) read("{ \"type\": \"lstm\", \"hiddenSize\": " + written + " }", Cell.class);
            assertEquals(300, cell.hiddenSize());
        }
    }

    @Test
    void theNameOfATypeIsEnoughIfNothingIsRequired() {
        assertEquals(new ElmanCell(Activation.TANH), read("\"elman\"", Cell.class));
    }

    @Test
    void nullMeansNotGivenWhereAValueMayBeAbsent() {
        LstmCell cell = (LstmCell) read(
                "{ \"type\": \"lstm\", \"hiddenSize\": 8, \"projectionSize\": null, \"shape\": null }", Cell.class);
        assertEquals(Optional.empty(), cell.projectionSize());
    }

    @Test
    void pathsAreRelativeToTheConfiguration() {
        SectionConfig data = Samples.experiment(Samples.GOOD).section(Samples.DATA);
        assertEquals(Path.of("/conf/data/names.txt"), data.get(Samples.FILE));
    }

    @Test
    void pathsOnTheCommandLineMeanTheSame() {
        ConfigNode node = Overrides.apply(Samples.json(Samples.GOOD), List.of("data.file=other.txt"));
        SectionConfig experiment = new ConfigReader(Samples.registry()).read(node, Samples.EXPERIMENT);
        assertEquals(
                Path.of("/conf/other.txt"), experiment.section(Samples.DATA).get(Samples.FILE));
    }

    @Test
    void absolutePathsStay() {
        SectionConfig data =
                new ConfigReader(Samples.registry()).read(Samples.json("{ \"file\": \"/tmp/x.txt\" }"), Samples.DATA);
        assertEquals(Path.of("/tmp/x.txt"), data.get(Samples.FILE));
    }

    @Test
    void hasTellsWhatWasGiven() {
        SectionConfig experiment = Samples.experiment(Samples.GOOD);
        SectionConfig training = experiment.section(Samples.TRAINING);
        assertTrue(training.has(Samples.RATE));
        assertFalse(training.has(Samples.EPOCHS));
        assertEquals(10, training.get(Samples.EPOCHS));
    }

    @Test
    void aSectionThatMayBeAbsentHasNoValuesThen() {
        SectionConfig training = Samples.experiment(Samples.GOOD).section(Samples.TRAINING);
        assertFalse(training.has(Samples.STOPPING));
        ConfigNode node = Overrides.apply(Samples.json(Samples.GOOD), List.of("training.stopping.patience=3"));
        SectionConfig stopping = new ConfigReader(Samples.registry())
                .read(node, Samples.EXPERIMENT)
                .section(Samples.TRAINING)
                .section(Samples.STOPPING);
        assertEquals(3, stopping.get(Samples.PATIENCE));
    }

    @Test
    void aSectionWithoutRequiredOptionsMayBeLeftOut() {
        Section section = Section.of("training", "how to train", Samples.EPOCHS);
        Section whole = Section.of("experiment", "all").with(section);
        SectionConfig config = new ConfigReader(Samples.registry()).read(Samples.json("{}"), whole);
        assertEquals(10, config.section(section).get(Samples.EPOCHS));
    }

    @Test
    void componentsTellTheirType() {
        Component<Shape> shape = new ConfigReader(Samples.registry())
                .component(Samples.json("{ \"type\": \"round\", \"forgetBias\": 2 }"), Shape.class);
        assertEquals("round", shape.type());
        assertEquals(new Shape("round", 2), shape.value());
    }

    @Test
    void codeMakesTheSameComponents() {
        assertEquals(
                new LstmCell(64, 0.5, Activation.RELU, Optional.of(8)),
                Samples.cell(
                        "lstm",
                        Map.of(
                                "hiddenSize",
                                64L,
                                "forgetBias",
                                0.5f,
                                "activation",
                                Activation.RELU,
                                "projectionSize",
                                8)));
        RecurrentLayer layer = (RecurrentLayer) Samples.registry()
                .create(
                        Layer.class,
                        "recurrent",
                        Map.of("cell", Map.of("type", "lstm", "hiddenSize", 2), "drawn", "round"));
        assertEquals(new Shape("round", 1), layer.drawn());
    }
}
