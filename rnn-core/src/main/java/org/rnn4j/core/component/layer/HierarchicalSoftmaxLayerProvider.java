package org.rnn4j.core.component.layer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Layer;
import org.rnn4j.api.LayerProvider;
import org.rnn4j.api.Option;

/** Makes {@link HierarchicalSoftmaxLayer} available as {@code hierarchicalSoftmax}. */
public final class HierarchicalSoftmaxLayerProvider implements LayerProvider {
    static final Option<Integer> CLASSES =
            Option.integer("classes", "number of classes").atLeast(2);

    @Override
    public String type() {
        return "hierarchicalSoftmax";
    }

    @Override
    public String summary() {
        return "Log probabilities of classes from decisions in a binary tree; with the loss of that name, fast for many.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CLASSES);
    }

    @Override
    public Layer create(Config config) {
        return HierarchicalSoftmaxLayer.of(config.get(CLASSES));
    }
}
