package org.rnn4j.core.model;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Option;

/** Makes {@link SequenceModel} available as {@code sequence}. */
public final class SequenceModelProvider implements ModelProvider {
    private static final Option<List<Layer>> LAYERS =
            Option.components("layers", "the layers from bottom to top; the last gives the output", Layer.class);

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
        return List.of(LAYERS);
    }

    @Override
    public Model create(Config config) {
        return SequenceModel.of(config.get(LAYERS));
    }
}
