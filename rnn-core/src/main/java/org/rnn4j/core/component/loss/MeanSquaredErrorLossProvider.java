package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link MeanSquaredErrorLoss} available as {@code meanSquaredError}. */
public final class MeanSquaredErrorLossProvider implements LossProvider {
    @Override
    public String type() {
        return "meanSquaredError";
    }

    @Override
    public String summary() {
        return "The square of the difference.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return MeanSquaredErrorLoss.of().withReduction(config.get(Reductions.REDUCTION));
    }
}
