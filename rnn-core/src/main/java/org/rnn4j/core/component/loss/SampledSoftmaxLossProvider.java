package org.rnn4j.core.component.loss;

import java.util.List;
import java.util.Optional;
import org.rnn4j.api.ClassDistribution;
import org.rnn4j.api.Config;
import org.rnn4j.api.Loss;
import org.rnn4j.api.LossProvider;
import org.rnn4j.api.Option;

/** Makes {@link SampledSoftmaxLoss} available as {@code sampledSoftmax}. */
public final class SampledSoftmaxLossProvider implements LossProvider {
    static final Option<Integer> CANDIDATES = Option.integer(
                    "candidates", "classes that a training step looks at besides the right ones")
            .atLeast(1)
            .orElse(512);

    static final Option<Double> POWER_RANGE = Option.number(
                    "power", "candidates of the distribution unigram are drawn by count^power; 0.75 if absent")
            .atLeast(0)
            .atMost(1);

    private static final Option<Distribution> DISTRIBUTION = Option.choice(
                    "distribution",
                    "how candidates are drawn: logUniform for classes by falling frequency, as words of a vocabulary are;"
                            + " unigram by how often the data has them",
                    Distribution.class)
            .orElse(Distribution.LOG_UNIFORM);
    private static final Option<Optional<Double>> POWER = POWER_RANGE.maybe();
    private static final double USUAL_POWER = 0.75;

    private enum Distribution {
        UNIFORM("uniform"),
        LOG_UNIFORM("logUniform"),
        UNIGRAM("unigram");

        private final String text;

        Distribution(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

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
        return List.of(CANDIDATES, DISTRIBUTION, POWER, Reductions.REDUCTION);
    }

    @Override
    public Loss create(Config config) {
        Distribution distribution = config.get(DISTRIBUTION);
        Optional<Double> power = config.get(POWER);
        if (distribution != Distribution.UNIGRAM && power.isPresent()) {
            throw config.error(
                    POWER, "belongs to the distribution unigram", "remove it, or add \"distribution\": \"unigram\"");
        }
        SampledSoftmaxLoss loss =
                SampledSoftmaxLoss.of(config.get(CANDIDATES)).withReduction(config.get(Reductions.REDUCTION));
        return switch (distribution) {
            case UNIFORM -> loss.withDistribution(ClassDistribution.UNIFORM);
            case LOG_UNIFORM -> loss;
            case UNIGRAM -> loss.withUnigram(power.orElse(USUAL_POWER));
        };
    }
}
