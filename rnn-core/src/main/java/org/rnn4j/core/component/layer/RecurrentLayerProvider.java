package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;
import org.rnn4j.api.Returns;

/** Makes {@link RecurrentLayer} available as {@code recurrent}. */
public final class RecurrentLayerProvider implements LayerProvider {
    private static final Option<Cell> CELL = Option.component("cell", "the cell that runs along time", Cell.class);

    @Override
    public String type() {
        return "recurrent";
    }

    @Override
    public String summary() {
        return "Runs a cell along time.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CELL, Returns.OPTION, TemporalDropout.INPUT, TemporalDropout.STATE, TemporalDropout.ZONEOUT);
    }

    @Override
    public Layer create(Config config) {
        TemporalDropout dropout = new TemporalDropout(
                config.get(TemporalDropout.INPUT),
                config.get(TemporalDropout.STATE),
                config.get(TemporalDropout.ZONEOUT));
        return RecurrentLayer.of(config.get(CELL))
                .withReturns(config.get(Returns.OPTION))
                .withDropout(dropout);
    }
}
