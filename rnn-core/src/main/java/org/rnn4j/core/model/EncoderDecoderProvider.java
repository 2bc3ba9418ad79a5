package org.rnn4j.core.model;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Activation;

/** Makes {@link EncoderDecoder} available as {@code encoderDecoder}. */
public final class EncoderDecoderProvider implements ModelProvider {
    private static final Option<List<Layer>> ENCODER =
            Option.components("encoder", "the layers that read the source, from bottom to top", Layer.class);
    private static final Option<List<Layer>> DECODER = Option.components(
            "decoder", "the layers that make the answer; the last one, as wide as the target, is added", Layer.class);
    private static final Option<Bridge> BRIDGE = Option.choice(
                    "bridge",
                    "with what the decoder's states begin: copies of the encoder's final states; maps of them; of its last"
                            + " output; of the mean of its outputs; or nothing of the source",
                    Bridge.class)
            .orElse(Bridge.DENSE);
    static final Option<Activation> ACTIVATION = Option.choice(
                    "bridgeActivation", "the function in the maps of the bridge", Activation.class)
            .orElse(Activation.TANH);
    static final Option<Optional<Integer>> EMBEDDING = Option.integer(
                    "embedding", "size of a trained vector for each symbol that the decoder reads; one-hot if absent")
            .atLeast(1)
            .maybe();
    private static final Option<Boolean> REPEAT = Option.bool(
                    "repeat", "whether the vector that the bridge reads is an input of every step, too")
            .orElse(false);

    @Override
    public String type() {
        return "encoderDecoder";
    }

    @Override
    public String summary() {
        return "Reads a source as a whole, then gives a sequence of another length, such as its translation.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(ENCODER, DECODER, BRIDGE, ACTIVATION, EMBEDDING, REPEAT);
    }

    @Override
    public Model create(Config config) {
        EncoderDecoder model = EncoderDecoder.of(config.get(ENCODER), config.get(DECODER))
                .withBridge(config.get(BRIDGE))
                .withActivation(config.get(ACTIVATION))
                .withRepeat(config.get(REPEAT));
        return config.get(EMBEDDING).map(model::withEmbedding).orElse(model);
    }
}
