package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link MeanAbsoluteErrorLoss} available as {@code meanAbsoluteError}. */
public final class MeanAbsoluteErrorLossProvider implements LossProvider {
    @Override
    public String type() {
        return "meanAbsoluteError";
    }

    @Override
    public String summary() {
        return "The absolute difference.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return MeanAbsoluteErrorLoss.of().withReduction(config.get(Reductions.REDUCTION));
    }
}
