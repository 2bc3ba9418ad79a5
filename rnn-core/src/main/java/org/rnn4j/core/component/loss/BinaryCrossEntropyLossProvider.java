package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link BinaryCrossEntropyLoss} available as {@code binaryCrossEntropy}. */
public final class BinaryCrossEntropyLossProvider implements LossProvider {
    @Override
    public String type() {
        return "binaryCrossEntropy";
    }

    @Override
    public String summary() {
        return "Cross-entropy of each element with a yes or no, from logits.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return BinaryCrossEntropyLoss.of().withReduction(config.get(Reductions.REDUCTION));
    }
}
