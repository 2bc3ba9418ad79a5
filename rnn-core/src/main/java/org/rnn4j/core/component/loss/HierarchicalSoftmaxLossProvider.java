package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link HierarchicalSoftmaxLoss} available as {@code hierarchicalSoftmax}. */
public final class HierarchicalSoftmaxLossProvider implements LossProvider {
    @Override
    public String type() {
        return "hierarchicalSoftmax";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the right class's probability, for networks that end with the layer of that name.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return HierarchicalSoftmaxLoss.of().withReduction(config.get(Reductions.REDUCTION));
    }
}
