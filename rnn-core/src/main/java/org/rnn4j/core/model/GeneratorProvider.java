package org.rnn4j.core.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;
import org.rnn4j.api.expr.Activation;

/** Makes an {@link EncoderDecoder} without encoder available as {@code generator}: from one vector or class to a sequence. */
public final class GeneratorProvider implements ModelProvider {
    /** What a seed is used for. */
    private enum Use {
        STATES("states", Bridge.DENSE, false),
        INPUT("input", Bridge.NONE, true),
        BOTH("both", Bridge.DENSE, true);

        private final String word;
        private final Bridge bridge;
        private final boolean repeat;

        Use(String word, Bridge bridge, boolean repeat) {
            this.word = word.toLowerCase(Locale.ROOT);
            this.bridge = bridge;
            this.repeat = repeat;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private static final Option<List<Layer>> LAYERS = Option.components(
            "layers", "the layers from bottom to top; the last one, as wide as the target, is added", Layer.class);
    private static final Option<Use> SEED = Option.choice(
                    "seed",
                    "what the vector or class sets: the first states, an input of every step, or both",
                    Use.class)
            .orElse(Use.BOTH);
    private static final Option<Activation> ACTIVATION = EncoderDecoderProvider.ACTIVATION;
    private static final Option<Optional<Integer>> EMBEDDING = EncoderDecoderProvider.EMBEDDING;

    @Override
    public String type() {
        return "generator";
    }

    @Override
    public String summary() {
        return "Makes a sequence from one vector or class, which sets its first states, or is read at every step.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LAYERS, SEED, ACTIVATION, EMBEDDING);
    }

    @Override
    public Model create(Config config) {
        Use use = config.get(SEED);
        EncoderDecoder model = EncoderDecoder.of(List.of(), config.get(LAYERS))
                .withBridge(use.bridge)
                .withActivation(config.get(ACTIVATION))
                .withRepeat(use.repeat);
        return config.get(EMBEDDING).map(model::withEmbedding).orElse(model);
    }
}
