package org.rnn4j.core.model;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Layer;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.TiedOutputLayer;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.network.Network;
import org.rnn4j.core.network.NetworkBuilder;

/**
 * Reads symbols, and gives a logit for each symbol of the vocabulary to come next.
 *
 * <p>The layers, then:
 * <pre>
 * y = W_xy x + b_y
 * </pre>
 * or, tied to an embedding that is the first layer, a {@link TiedOutputLayer}.
 *
 * <p>Shapes: indices [T, B] to [T, B, size of the vocabulary].
 *
 * <p>Parameters: those of the layers, {@code layers.0} and so on; {@code output.W_xy}, {@code output.b_y}.
 *
 * <p>Source: Mikolov et al. 2010, Interspeech, "Recurrent neural network based language model".
 */
public final class LanguageModel implements Model {
    /** The layer that gives the logits. */
    public static final String OUTPUT = "output";

    private static final String EMBEDDING = "layers.0.E";

    private final List<Layer> layers;
    private final boolean tied;

    private LanguageModel(List<Layer> layers, boolean tied) {
        this.layers = List.copyOf(layers);
        this.tied = tied;
    }

    /** A language model of layers, without the last one. */
    public static LanguageModel of(List<Layer> layers) {
        return new LanguageModel(layers, false);
    }

    /** The same with logits from the vectors of the embedding, which is the first layer, or from weights of their own. */
    public LanguageModel withTied(boolean whether) {
        return new LanguageModel(layers, whether);
    }

    @Override
    public Network network(Encoding data, Settings settings) {
        if (!data.isNextSymbol()) {
            throw new ShapeException(ErrorMessage.of("A language model is for data whose target is the next symbol")
                    .fact("data gives", data.input())
                    .fact("target", data.target())
                    .fix("use data of type lines or text, or a model of type sequence")
                    .toString());
        }
        NetworkBuilder builder = settings.builder(data);
        layers.forEach(builder::layer);
        Layer output = tied
                ? TiedOutputLayer.of(EMBEDDING)
                : DenseLayer.of(data.target().size());
        return builder.layer(OUTPUT, output).build();
    }
}
