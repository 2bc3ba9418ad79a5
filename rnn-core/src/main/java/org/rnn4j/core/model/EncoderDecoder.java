package org.rnn4j.core.model;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.expr.Activation;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.EmbeddingLayer;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.network.Network;

/**
 * Reads a source as a whole, and then gives a sequence of another length, step by step: translation.
 *
 * <p>The flow, with a source s_1 … s_S and the sequence y so far:
 * <pre>
 * e_1 … e_S = encoder(s_1 … s_S)
 * v         = what the bridge tells of e and of the encoder's final states
 * d_t       = decoder(y_{t-1}, v; states that begin as the bridge says)
 * logits_t  = W_xy d_t + b_y
 * </pre>
 *
 * <p>In training the decoder reads the right sequence (teacher forcing): the data's inputs are its targets one step later.
 * The same network decodes: see {@link org.rnn4j.core.decode.Translator}.
 *
 * <p>Variants: any layers on both sides, also bidirectional and stacked ones in the encoder; bridges between any pair of
 * cells, see {@link Bridge}; the decoder's layers may look at e_1 … e_S as the memory {@value #MEMORY}; with
 * {@code repeat}, v is an input of every step too.
 *
 * <p>Shapes: source [S, B, ·] of lengths of its own, and input [T, B, ·] to [T, B, size of the target]. A source may also be
 * one vector or class for each example.
 *
 * <p>Parameters: {@code encoder.0} …, {@code bridge.0.h} …, {@code embedding}, {@code decoder.0} …, {@code output}.
 *
 * <p>Edge cases: a source of length 0 leaves the initial states of the encoder, and zeros as output.
 *
 * <p>Source: Sutskever, Vinyals and Le 2014, arXiv:1409.3215 (copy); Cho et al. 2014, arXiv:1406.1078 (dense, repeat).
 */
public final class EncoderDecoder implements Model {
    /** The name by which cells of the decoder see the encoder's outputs. */
    public static final String MEMORY = "memory";

    private final List<Layer> encoder;
    private final List<Layer> decoder;
    private final Bridge bridge;
    private final Activation activation;
    private final Optional<Integer> embedding;
    private final boolean repeat;

    private EncoderDecoder(
            List<Layer> encoder,
            List<Layer> decoder,
            Bridge bridge,
            Activation activation,
            Optional<Integer> embedding,
            boolean repeat) {
        this.encoder = List.copyOf(encoder);
        this.decoder = List.copyOf(decoder);
        this.bridge = bridge;
        this.activation = activation;
        this.embedding = embedding;
        this.repeat = repeat;
    }

    /** Layers of both sides, from bottom to top, and a dense bridge of tanh between them. */
    public static EncoderDecoder of(List<Layer> encoder, List<Layer> decoder) {
        return new EncoderDecoder(encoder, decoder, Bridge.DENSE, Activation.TANH, Optional.empty(), false);
    }

    /** The same with another bridge. */
    public EncoderDecoder withBridge(Bridge newBridge) {
        return new EncoderDecoder(encoder, decoder, newBridge, activation, embedding, repeat);
    }

    /** The same with another function in the maps of the bridge. */
    public EncoderDecoder withActivation(Activation function) {
        return new EncoderDecoder(encoder, decoder, bridge, function, embedding, repeat);
    }

    /** The same with a trained vector of a size for each symbol that the decoder reads. */
    public EncoderDecoder withEmbedding(int size) {
        return new EncoderDecoder(encoder, decoder, bridge, activation, Optional.of(size), repeat);
    }

    /** The same with or without the source's vector as an input of every step. */
    public EncoderDecoder withRepeat(boolean atEveryStep) {
        return new EncoderDecoder(encoder, decoder, bridge, activation, embedding, atEveryStep);
    }

    @Override
    public Network network(Encoding data, Settings settings) {
        int size = data.target().size();
        return settings.pairBuilder(data).flow((flow, x) -> flow(flow, x, size)).build();
    }

    private Sequence flow(Flow flow, Sequence x, int size) {
        Encoded encoded = Encoded.of(flow, encoder, flow.source(Encoding.SOURCE));
        Sequence y = embedding
                .map(n -> flow.layer("embedding", EmbeddingLayer.of(n), x))
                .orElse(x);
        if (repeat) y = flow.concat(y, flow.repeat(vector(flow, encoded), y));
        Flow begun = flow.withInitialStates((scan, state, n) -> start(flow, encoded, scan, state, n));
        Sequence read = encoded.output();
        if (read.hasTime() && !read.isOneHot()) begun = begun.withMemory(MEMORY, read);
        for (int k = 0; k < decoder.size(); k++) y = begun.layer("decoder." + k, decoder.get(k), y);
        return flow.layer(LanguageModel.OUTPUT, DenseLayer.of(size), y);
    }

    /** A vector of the source: a class is looked up in a table of its own. */
    private static Sequence dense(Flow flow, Sequence gist) {
        return gist.isOneHot() ? flow.layer("gist", DenseLayer.of(gist.size()).withBias(false), gist) : gist;
    }

    private Sequence vector(Flow flow, Encoded encoded) {
        return dense(flow, encoded.gist(flow, bridge));
    }

    private Optional<Sequence> start(Flow flow, Encoded encoded, int scan, String state, int size) {
        if (bridge == Bridge.NONE) return Optional.empty();
        if (bridge == Bridge.COPY) return Optional.of(encoded.copy(flow, scan, state, size));
        Layer map = DenseLayer.of(size).withActivation(activation);
        return Optional.of(flow.layer("bridge." + scan + "." + state, map, encoded.gist(flow, bridge)));
    }
}
