package org.rnn4j.core.component.loss;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link SoftmaxCrossEntropyLoss} available as {@code softmaxCrossEntropy}. */
public final class SoftmaxCrossEntropyLossProvider implements LossProvider {
    static final Option<Double> LABEL_SMOOTHING = Option.number(
                    "labelSmoothing", "part of the target that is spread evenly over all classes")
            .atLeast(0)
            .atMost(1)
            .orElse(0.0);
    static final Option<List<Double>> CLASS_WEIGHTS_RANGE = Option.numbers(
                    "classWeights", "a weight for each class; all 1 if absent")
            .atLeast(0);

    private static final Option<Optional<List<Double>>> CLASS_WEIGHTS = CLASS_WEIGHTS_RANGE.maybe();

    @Override
    public String type() {
        return "softmaxCrossEntropy";
    }

    @Override
    public String summary() {
        return "Minus the logarithm of the probability that softmax gives to the right class.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LABEL_SMOOTHING, CLASS_WEIGHTS, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return SoftmaxCrossEntropyLoss.of()
                .withLabelSmoothing(config.get(LABEL_SMOOTHING))
                .withClassWeights(config.get(CLASS_WEIGHTS).orElse(List.of()))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
