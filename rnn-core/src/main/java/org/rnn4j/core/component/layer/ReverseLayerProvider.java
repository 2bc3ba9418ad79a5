package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link ReverseLayer} available as {@code reverse}. */
public final class ReverseLayerProvider implements LayerProvider {
    @Override
    public String type() {
        return "reverse";
    }

    @Override
    public String summary() {
        return "The steps of each example in the opposite order.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }

    @Override
    public Layer create(Config config) {
        return ReverseLayer.of();
    }
}
