package org.rnn4j.core.model;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;

/** Makes {@link SequenceModel} available as {@code sequence}. */
public final class SequenceModelProvider implements ModelProvider {
    private static final Option<List<Layer>> LAYERS =
            Option.components("layers", "the layers from bottom to top; the last gives the output", Layer.class);

    private static final Option<Optional<Integer>> LOOKAHEAD = Option.integer(
                    "lookahead",
                    "steps that a stream looks ahead where layers run backward; concerns 'rnn stream' only")
            .atLeast(0)
            .maybe();

    @Override
    public String type() {
        return "sequence";
    }

    @Override
    public String summary() {
        return "Layers as they are: an output at each step, or one for each sequence.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LAYERS, LOOKAHEAD);
    }

    @Override
    public Model create(Config config) {
        SequenceModel model = SequenceModel.of(config.get(LAYERS));
        return config.get(LOOKAHEAD).map(model::withLookahead).orElse(model);
    }
}
