package org.rnn4j.core.model;

import java.util.List;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Loss;
import org.rnn4j.api.ShapeException;
import org.rnn4j.core.component.layer.DenseLayer;
import org.rnn4j.core.component.layer.HierarchicalSoftmaxLayer;
import org.rnn4j.core.component.layer.TiedOutputLayer;
import org.rnn4j.core.component.loss.HierarchicalSoftmaxLoss;
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
 * or, tied to an embedding that is the first layer, a {@link TiedOutputLayer}; or a {@link HierarchicalSoftmaxLayer}.
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
    private final Output output;

    /** What the logits come from. */
    public enum Output {
        /** A linear layer. */
        LINEAR,
        /** The vectors of the embedding, which is the first layer. */
        TIED,
        /** Decisions in a binary tree. */
        HIERARCHICAL;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private LanguageModel(List<Layer> layers, Output output) {
        this.layers = List.copyOf(layers);
        this.output = output;
    }

    /** A language model of layers, without the last one. */
    public static LanguageModel of(List<Layer> layers) {
        return new LanguageModel(layers, Output.LINEAR);
    }

    /** The same with logits from something else. */
    public LanguageModel withOutput(Output other) {
        return new LanguageModel(layers, other);
    }

    @Override
    public Loss usualLoss(Encoding data) {
        return output == Output.HIERARCHICAL ? HierarchicalSoftmaxLoss.of() : Model.super.usualLoss(data);
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
        int size = data.target().size();
        Layer last = switch (output) {
            case LINEAR -> DenseLayer.of(size);
            case TIED -> TiedOutputLayer.of(EMBEDDING);
            case HIERARCHICAL -> HierarchicalSoftmaxLayer.of(size);
        };
        return builder.layer(OUTPUT, last).build();
    }
}
