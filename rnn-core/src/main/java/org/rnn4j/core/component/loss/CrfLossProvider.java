package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link CrfLoss} available as {@code crf}. */
public final class CrfLossProvider implements LossProvider {
    @Override
    public String type() {
        return "crf";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the probability of all classes of a sequence together, which follow each other by scores.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return CrfLoss.of().withReduction(config.get(Reductions.REDUCTION));
    }
}
