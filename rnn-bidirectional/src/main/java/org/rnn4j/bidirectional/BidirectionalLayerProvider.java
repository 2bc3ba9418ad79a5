package org.rnn4j.bidirectional;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;
import org.rnn4j.api.Returns;

/** Makes {@link BidirectionalLayer} available as {@code bidirectional}. */
public final class BidirectionalLayerProvider implements LayerProvider {
    private static final Option<Optional<Cell>> CELL = Option.component(
                    "cell", "the cell of both directions; instead of layer", Cell.class)
            .maybe();
    private static final Option<Optional<Layer>> LAYER = Option.component(
                    "layer", "the layer of both directions; instead of cell", Layer.class)
            .maybe();
    private static final Option<Optional<Layer>> BACKWARD_LAYER = Option.component(
                    "backwardLayer", "the layer of the backward direction, if it is another one", Layer.class)
            .maybe();
    private static final Option<Merge> MERGE = Option.choice(
                    "merge", "how the outputs of both directions become one", Merge.class)
            .orElse(Merge.CONCAT);

    @Override
    public String type() {
        return "bidirectional";
    }

    @Override
    public String summary() {
        return "Reads every sequence in both directions, with two layers that share no parameters.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CELL, LAYER, BACKWARD_LAYER, MERGE, Returns.OPTION);
    }

    @Override
    public Layer create(Config config) {
        BidirectionalLayer both = inner(config).withMerge(config.get(MERGE)).withReturns(config.get(Returns.OPTION));
        return config.get(BACKWARD_LAYER).map(both::withBackward).orElse(both);
    }

    private static BidirectionalLayer inner(Config config) {
        Optional<Cell> cell = config.get(CELL);
        Optional<Layer> layer = config.get(LAYER);
        if (cell.isPresent() == layer.isPresent()) {
            throw config.error(
                    LAYER,
                    cell.isPresent() ? "stands beside cell" : "is missing, and so is cell",
                    "give either a cell or a layer");
        }
        return cell.map(BidirectionalLayer::of).orElseGet(() -> BidirectionalLayer.of(layer.orElseThrow()));
    }
}
