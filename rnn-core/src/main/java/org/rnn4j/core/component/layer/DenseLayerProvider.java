package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Activation;

/** Makes {@link DenseLayer} available as {@code dense}. */
public final class DenseLayerProvider implements LayerProvider {
    static final Option<Integer> SIZE =
            Option.integer("size", "size of the output").atLeast(1);

    private static final Option<Activation> ACTIVATION = Option.choice(
                    "activation", "the function of each element", Activation.class)
            .orElse(Activation.LINEAR);
    private static final Option<Boolean> BIAS =
            Option.bool("bias", "whether there is a bias b_y").orElse(true);

    @Override
    public String type() {
        return "dense";
    }

    @Override
    public String summary() {
        return "The same affine map at every step, and a function of each element.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SIZE, ACTIVATION, BIAS);
    }

    @Override
    public Layer create(Config config) {
        return DenseLayer.of(config.get(SIZE))
                .withActivation(config.get(ACTIVATION))
                .withBias(config.get(BIAS));
    }
}
