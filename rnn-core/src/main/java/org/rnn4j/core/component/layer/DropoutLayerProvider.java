package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link DropoutLayer} available as {@code dropout}. */
public final class DropoutLayerProvider implements LayerProvider {
    static final Option<Double> RATE = Option.number("rate", "probability that an element is dropped")
            .atLeast(0)
            .below(1);

    private static final Option<Boolean> PER_SEQUENCE = Option.bool(
                    "perSequence", "one mask for each sequence, not for each step")
            .orElse(false);

    @Override
    public String type() {
        return "dropout";
    }

    @Override
    public String summary() {
        return "Drops elements at random while training.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(RATE, PER_SEQUENCE);
    }

    @Override
    public Layer create(Config config) {
        return DropoutLayer.of(config.get(RATE)).withPerSequence(config.get(PER_SEQUENCE));
    }
}
