package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link LayerNormLayer} available as {@code layerNorm}. */
public final class LayerNormLayerProvider implements LayerProvider {
    static final Option<Double> EPSILON =
            Option.number("epsilon", "is added to the variance").above(0).orElse(1e-5);

    private static final Option<Boolean> GAIN =
            Option.bool("gain", "whether there is a gain").orElse(true);
    private static final Option<Boolean> BIAS =
            Option.bool("bias", "whether there is a bias").orElse(true);

    @Override
    public String type() {
        return "layerNorm";
    }

    @Override
    public String summary() {
        return "Brings the elements of each step to mean 0 and variance 1, then to a trained gain and bias.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(GAIN, BIAS, EPSILON);
    }

    @Override
    public Layer create(Config config) {
        return LayerNormLayer.of()
                .withGain(config.get(GAIN))
                .withBias(config.get(BIAS))
                .withEpsilon(config.get(EPSILON));
    }
}
