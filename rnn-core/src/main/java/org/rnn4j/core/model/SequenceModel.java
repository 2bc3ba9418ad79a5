package org.rnn4j.core.model;

import java.util.List;
import java.util.OptionalInt;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;
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
    private static final Option<Integer> LOOKAHEAD =
            Option.integer("lookahead", "steps that a stream looks ahead").atLeast(0);

    private final List<Layer> layers;
    private final OptionalInt lookahead;

    private SequenceModel(List<Layer> layers, OptionalInt lookahead) {
        this.layers = List.copyOf(layers);
        this.lookahead = lookahead;
    }

    /** A model of layers, from bottom to top. */
    public static SequenceModel of(List<Layer> layers) {
        return new SequenceModel(layers, OptionalInt.empty());
    }

    /** The same whose streams look so many steps ahead, unless their user says otherwise; training is not concerned. */
    public SequenceModel withLookahead(int steps) {
        return new SequenceModel(layers, OptionalInt.of(LOOKAHEAD.checked(steps)));
    }

    @Override
    public OptionalInt lookahead() {
        return lookahead;
    }

    @Override
    public Network network(Encoding data, Settings settings) {
        NetworkBuilder builder = settings.builder(data);
        layers.forEach(builder::layer);
        return builder.build();
    }
}
