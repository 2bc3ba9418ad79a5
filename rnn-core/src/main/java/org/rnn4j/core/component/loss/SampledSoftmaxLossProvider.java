package org.rnn4j.core.component.loss;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.Loss.Candidates.Distribution;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link SampledSoftmaxLoss} available as {@code sampledSoftmax}. */
public final class SampledSoftmaxLossProvider implements LossProvider {
    static final Option<Integer> CANDIDATES = Option.integer(
                    "candidates", "classes that a training step looks at besides the right ones")
            .atLeast(1)
            .orElse(512);

    private static final Option<Distribution> DISTRIBUTION = Option.choice(
                    "distribution",
                    "how candidates are drawn: logUniform for classes by falling frequency, as words of a vocabulary are",
                    Distribution.class)
            .orElse(Distribution.LOG_UNIFORM);

    @Override
    public String type() {
        return "sampledSoftmax";
    }

    @Override
    public String summary() {
        return "Softmax cross-entropy, for which a training step looks at some classes only: for large vocabularies.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(CANDIDATES, DISTRIBUTION, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        return SampledSoftmaxLoss.of(config.get(CANDIDATES))
                .withDistribution(config.get(DISTRIBUTION))
                .withReduction(config.get(Reductions.REDUCTION));
    }
}
