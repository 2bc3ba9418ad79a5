package org.rnn4j.core.model;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;
import org.rnn4j.core.model.LanguageModel.Output;

/** Makes {@link LanguageModel} available as {@code languageModel}. */
public final class LanguageModelProvider implements ModelProvider {
    private static final Option<List<Layer>> LAYERS = Option.components(
            "layers", "the layers from bottom to top; the last one, as wide as the vocabulary, is added", Layer.class);

    private static final Option<Boolean> TIED = Option.bool(
                    "tied", "whether logits come from the vectors of the embedding, which is the first layer")
            .orElse(false);
    private static final Option<Boolean> HIERARCHICAL = Option.bool(
                    "hierarchical", "whether each symbol is said by decisions in a binary tree, for large vocabularies")
            .orElse(false);

    @Override
    public String type() {
        return "languageModel";
    }

    @Override
    public String summary() {
        return "Reads symbols one-hot, and gives a logit for each symbol of the vocabulary to come next.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LAYERS, TIED, HIERARCHICAL);
    }

    @Override
    public Model create(Config config) {
        if (config.get(TIED) && config.get(HIERARCHICAL)) {
            throw config.error(HIERARCHICAL, "is true, but tied is, too", "choose one of them");
        }
        Output output = config.get(TIED) ? Output.TIED : config.get(HIERARCHICAL) ? Output.HIERARCHICAL : Output.LINEAR;
        return LanguageModel.of(config.get(LAYERS)).withOutput(output);
    }
}
