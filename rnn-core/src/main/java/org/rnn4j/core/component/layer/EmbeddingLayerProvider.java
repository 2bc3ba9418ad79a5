package org.rnn4j.core.component.layer;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link EmbeddingLayer} available as {@code embedding}. */
public final class EmbeddingLayerProvider implements LayerProvider {
    static final Option<Integer> SIZE =
            Option.integer("size", "size of the vectors").atLeast(1);

    private static final Option<Optional<Initializer>> INITIALIZER = Option.component(
                    "initializer", "how E is drawn; normal with standard deviation 1 if absent", Initializer.class)
            .maybe();

    @Override
    public String type() {
        return "embedding";
    }

    @Override
    public String summary() {
        return "A trained vector for each symbol of the vocabulary.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SIZE, INITIALIZER);
    }

    @Override
    public Layer create(Config config) {
        EmbeddingLayer layer = EmbeddingLayer.of(config.get(SIZE));
        return config.get(INITIALIZER).map(layer::withInitializer).orElse(layer);
    }
}
