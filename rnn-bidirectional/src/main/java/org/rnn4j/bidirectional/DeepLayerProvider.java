package org.rnn4j.bidirectional;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;
import org.rnn4j.api.Returns;

/** Makes {@link DeepLayer} available as {@code deep}. */
public final class DeepLayerProvider implements LayerProvider {
    static final Option<Integer> DEPTH_RANGE = Option.integer("depth", "how many cells stand on each other; with cell")
            .atLeast(1);
    static final Option<Double> DROPOUT = Option.number("dropout", "dropout rate between the layers")
            .atLeast(0)
            .below(1)
            .orElse(0.0);

    private static final Option<Optional<List<Layer>>> LAYERS = Option.components(
                    "layers", "the layers, from bottom to top; instead of cell and depth", Layer.class)
            .maybe();
    private static final Option<Optional<Cell>> CELL = Option.component(
                    "cell", "the cell of every layer; instead of layers", Cell.class)
            .maybe();
    private static final Option<Optional<Integer>> DEPTH = DEPTH_RANGE.maybe();
    private static final Option<Boolean> RESIDUAL =
            Option.bool("residual", "each layer adds to what it reads").orElse(false);
    private static final Option<Boolean> DROPOUT_PER_SEQUENCE = Option.bool(
                    "dropoutPerSequence", "one dropout mask for each sequence, not for each step")
            .orElse(false);

    @Override
    public String type() {
        return "deep";
    }

    @Override
    public String summary() {
        return "A stack of layers, each reading what the one below gives.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LAYERS, CELL, DEPTH, RESIDUAL, DROPOUT, DROPOUT_PER_SEQUENCE, Returns.OPTION);
    }

    @Override
    public Layer create(Config config) {
        return inner(config)
                .withResidual(config.get(RESIDUAL))
                .withDropout(config.get(DROPOUT))
                .withDropoutPerSequence(config.get(DROPOUT_PER_SEQUENCE))
                .withReturns(config.get(Returns.OPTION));
    }

    private static DeepLayer inner(Config config) {
        Optional<List<Layer>> layers = config.get(LAYERS);
        Optional<Cell> cell = config.get(CELL);
        Optional<Integer> depth = config.get(DEPTH);
        if (cell.isPresent() == layers.isPresent()) {
            throw config.error(
                    LAYERS,
                    cell.isPresent() ? "stands beside cell" : "is missing, and so is cell",
                    "give either layers, or a cell and a depth");
        }
        if (cell.isPresent() != depth.isPresent()) {
            throw config.error(
                    DEPTH,
                    depth.isPresent() ? "stands beside layers" : "is missing",
                    "give a depth with cell, and only there");
        }
        return cell.map(c -> DeepLayer.of(c, depth.orElseThrow())).orElseGet(() -> DeepLayer.of(layers.orElseThrow()));
    }
}
