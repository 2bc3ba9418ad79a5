package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link PoolLayer} available as {@code pool}. */
public final class PoolLayerProvider implements LayerProvider {
    private static final Option<PoolLayer.Kind> KIND =
            Option.choice("kind", "what is kept of the steps", PoolLayer.Kind.class);

    @Override
    public String type() {
        return "pool";
    }

    @Override
    public String summary() {
        return "One vector from the steps of each example.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(KIND);
    }

    @Override
    public Layer create(Config config) {
        return PoolLayer.of(config.get(KIND));
    }
}
