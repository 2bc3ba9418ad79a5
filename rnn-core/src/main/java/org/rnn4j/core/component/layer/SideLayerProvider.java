package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link SideLayer} available as {@code side}. */
public final class SideLayerProvider implements LayerProvider {
    static final Option<Integer> SIZE = Option.integer("size", "its numbers at each step, as the data has them")
            .atLeast(1);
    private static final Option<String> NAME = Option.text("name", "of the side input, as the data calls it");

    @Override
    public String type() {
        return "side";
    }

    @Override
    public String summary() {
        return "Puts a side input of the data, such as how words are spelt, beside what the layer below gives.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(NAME, SIZE);
    }

    @Override
    public Layer create(Config config) {
        return SideLayer.of(config.get(NAME), config.get(SIZE));
    }
}
