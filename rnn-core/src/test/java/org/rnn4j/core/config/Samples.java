package org.rnn4j.core.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellProvider;
import org.rnn4j.api.Config;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Activation;

/** Components that do nothing, with options of every kind, and an experiment to read. */
final class Samples {
    static final Option<Integer> HIDDEN_SIZE =
            Option.integer("hiddenSize", "size of the state h").atLeast(1);
    static final Option<Double> FORGET_BIAS =
            Option.number("forgetBias", "first value of b_f").orElse(1.0);
    static final Option<Activation> ACTIVATION = Option.choice("activation", "function of the gates", Activation.class)
            .orElse(Activation.TANH);
    static final Option<Optional<Integer>> PROJECTION_SIZE =
            Option.integer("projectionSize", "size of the output").atLeast(1).maybe();
    static final Option<Optional<Shape>> SHAPE =
            Option.component("shape", "how weights are drawn", Shape.class).maybe();

    static final Option<Cell> CELL = Option.component("cell", "one time step", Cell.class);
    static final Option<Shape> DRAWN =
            Option.component("drawn", "how weights are drawn", Shape.class).orElse(new Shape("flat", 0));
    static final Option<Layer> INNER =
            Option.component("inner", "the layer inside", Layer.class).orElse((flow, x) -> x);
    static final Option<List<Layer>> LAYERS = Option.components("layers", "from input to output", Layer.class);
    static final Option<List<Integer>> WIDTHS =
            Option.integers("widths", "size of each part").atLeast(1).orElse(List.of(2, 3));
    static final Option<List<Double>> WEIGHTS =
            Option.numbers("weights", "of the classes").atLeast(0).atMost(1).orElse(List.of());
    static final Option<List<String>> NAMES =
            Option.texts("names", "of the classes").orElse(List.of("yes", "no"));
    static final Option<Boolean> BIAS =
            Option.bool("bias", "whether there are biases").orElse(true);

    static final Option<Integer> SEED =
            Option.integer("seed", "of all random numbers").orElse(0);
    static final Option<Path> FILE = Option.path("file", "the text");
    static final Option<Layer> MODEL = Option.component("model", "the network", Layer.class);
    static final Option<Integer> EPOCHS =
            Option.integer("epochs", "passes over the data").atLeast(1).orElse(10);
    static final Option<Double> RATE =
            Option.number("rate", "of learning").above(0).below(1);
    static final Option<Integer> PATIENCE =
            Option.integer("patience", "epochs to wait").atLeast(1);
    static final Section DATA = Section.of("data", "what to learn from", FILE);
    static final Section STOPPING =
            Section.of("stopping", "when to stop early", PATIENCE).maybe();
    static final Section TRAINING =
            Section.of("training", "how to train", EPOCHS, RATE).with(STOPPING);
    static final Section EXPERIMENT =
            Section.of("experiment", "a whole configuration", SEED, MODEL).with(DATA, TRAINING);

    static final String GOOD = """
            {
              "$schema": "schema.json",
              "model": {
                "type": "stack",
                "layers": [
                  { "type": "recurrent", "cell": { "type": "lstm", "hiddenSize": 64 } },
                  { "type": "recurrent", "cell": "elman" }
                ]
              },
              "data": { "file": "data/names.txt" },
              "training": { "rate": 0.005 }
            }
            """;

    static final Family<Shape> SHAPES = new Family<>("shape", Shape.class, ShapeProvider.class);

    private Samples() {}

    record LstmCell(int hiddenSize, double forgetBias, Activation activation, Optional<Integer> projectionSize)
            implements Cell {
        @Override
        public void step(Step t) {
            t.output(t.input());
        }
    }

    record ElmanCell(Activation activation) implements Cell {
        @Override
        public void step(Step t) {
            t.output(t.input());
        }
    }

    record RecurrentLayer(Cell cell, Shape drawn, Layer inner) implements Layer {
        @Override
        public Sequence apply(Flow flow, Sequence x) {
            return x;
        }
    }

    record StackLayer(List<Layer> layers, List<Integer> widths, List<Double> weights, List<String> names, boolean bias)
            implements Layer {
        @Override
        public Sequence apply(Flow flow, Sequence x) {
            return x;
        }
    }

    record Shape(String kind, double gain) {}

    interface ShapeProvider extends Provider<Shape> {}

    record CellSample(String type, List<Option<?>> options, Function<Config, Cell> make) implements CellProvider {
        @Override
        public String summary() {
            return "The cell " + type + ".";
        }

        @Override
        public Cell create(Config config) {
            return make.apply(config);
        }
    }

    record LayerSample(String type, List<Option<?>> options, Function<Config, Layer> make) implements LayerProvider {
        @Override
        public String summary() {
            return "The layer " + type + ".";
        }

        @Override
        public Layer create(Config config) {
            return make.apply(config);
        }
    }

    record ShapeSample(String type, List<Option<?>> options, Function<Config, Shape> make) implements ShapeProvider {
        @Override
        public String summary() {
            return "The shape " + type + ".";
        }

        @Override
        public Shape create(Config config) {
            return make.apply(config);
        }
    }

    static Registry registry() {
        return Registry.empty(List.of(SHAPES))
                .with(new CellSample(
                        "lstm", List.of(HIDDEN_SIZE, FORGET_BIAS, ACTIVATION, PROJECTION_SIZE, SHAPE), Samples::lstm))
                .with(new CellSample("elman", List.of(ACTIVATION), c -> new ElmanCell(c.get(ACTIVATION))))
                .with(new LayerSample(
                        "recurrent",
                        List.of(CELL, DRAWN, INNER),
                        c -> new RecurrentLayer(c.get(CELL), c.get(DRAWN), c.get(INNER))))
                .with(new LayerSample(
                        "stack",
                        List.of(LAYERS, WIDTHS, WEIGHTS, NAMES, BIAS),
                        c -> new StackLayer(c.get(LAYERS), c.get(WIDTHS), c.get(WEIGHTS), c.get(NAMES), c.get(BIAS))))
                .with(new ShapeSample("flat", List.of(), c -> new Shape("flat", 0)))
                .with(new ShapeSample("round", List.of(FORGET_BIAS), c -> new Shape("round", c.get(FORGET_BIAS))));
    }

    private static Cell lstm(Config config) {
        Optional<Integer> projection = config.get(PROJECTION_SIZE);
        if (projection.isPresent() && projection.get() > config.get(HIDDEN_SIZE)) {
            throw config.error(PROJECTION_SIZE, "is larger than hiddenSize", "give at most hiddenSize");
        }
        if (config.get(FORGET_BIAS) < -100) throw new IllegalArgumentException("the bias is absurd");
        if (config.get(ACTIVATION) == Activation.ELU) {
            throw config.error(FORGET_BIAS, "does not go with elu", "choose another activation");
        }
        return new LstmCell(config.get(HIDDEN_SIZE), config.get(FORGET_BIAS), config.get(ACTIVATION), projection);
    }

    static ConfigNode json(String text) {
        return ConfigText.parse(text, new Source("names.json", Path.of("/conf")));
    }

    static SectionConfig experiment(String text) {
        return new ConfigReader(registry()).read(json(text), EXPERIMENT);
    }

    static Cell cell(String type, Map<String, ?> options) {
        return registry().create(Cell.class, type, options);
    }
}
