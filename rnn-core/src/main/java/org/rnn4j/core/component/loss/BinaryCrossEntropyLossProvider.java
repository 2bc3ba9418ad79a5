package org.rnn4j.core.component.loss;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link BinaryCrossEntropyLoss} available as {@code binaryCrossEntropy}. */
public final class BinaryCrossEntropyLossProvider implements LossProvider {
    static final Option<List<Double>> POSITIVE_RANGE = Option.numbers(
                    "positiveWeights", "what a yes weighs, for each element or one for all; all 1 if absent")
            .above(0);

    private static final Option<Optional<List<Double>>> POSITIVE_WEIGHTS = POSITIVE_RANGE.maybe();

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
        return List.of(POSITIVE_WEIGHTS, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return BinaryCrossEntropyLoss.of()
                .withPositiveWeights(config.get(POSITIVE_WEIGHTS).orElse(List.of()))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
