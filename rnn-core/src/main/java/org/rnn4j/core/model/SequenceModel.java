package org.rnn4j.core.model;

import java.util.List;
import org.rnn4j.api.Layer;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/**
 * Layers as they are: an output at each step, or one for each sequence where a layer gives on the last one only.
 *
 * <p>Shapes: what the data gives to what the last layer gives, which must be of the targets' size.
 *
 * <p>Parameters: those of the layers, {@code layers.0} and so on.
 */
public final class SequenceModel implements Model {
    private final List<Layer> layers;

    private SequenceModel(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** A model of layers, from bottom to top. */
    public static SequenceModel of(List<Layer> layers) {
        return new SequenceModel(layers);
    }

    @Override
    public Network network(Encoding data, Settings settings) {
        NetworkBuilder builder = settings.builder(data);
        layers.forEach(builder::layer);
        return builder.build();
    }
}
