package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link RepeatLayer} available as {@code repeat}. */
public final class RepeatLayerProvider implements LayerProvider {
    private static final Option<Layer> LAYER = Option.component(
            "layer", "gives one vector for each example, such as a recurrent layer that returns the last", Layer.class);

    @Override
    public String type() {
        return "repeat";
    }

    @Override
    public String summary() {
        return "Gives the one vector of an inner layer at every step.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LAYER);
    }

    @Override
    public Layer create(Config config) {
        return RepeatLayer.of(config.get(LAYER));
    }
}
