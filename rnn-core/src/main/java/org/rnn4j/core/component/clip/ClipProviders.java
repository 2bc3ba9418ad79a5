package org.rnn4j.core.component.clip;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes the kinds of {@link Clip} available to configurations. */
public final class ClipProviders {
    static final Option<Double> MAX =
            Option.number("max", "the largest value or norm that is left").above(0);

    private static final Option<Norm> NORM = Option.choice(
                    "norm", "how the length of gradients is measured", Norm.class)
            .orElse(Norm.L2);

    private ClipProviders() {}

    /** Makes {@code value} available. */
    public static final class Value implements ClipProvider {
        @Override
        public String type() {
            return "value";
        }

        @Override
        public String summary() {
            return "Keeps each element of the gradients within ±max.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(MAX);
        }

        @Override
        public Clip create(Config config) {
            return new Clip.Value(config.get(MAX));
        }
    }

    /** Makes {@code norm} available. */
    public static final class ParameterNorm implements ClipProvider {
        @Override
        public String type() {
            return "norm";
        }

        @Override
        public String summary() {
            return "Scales the gradient of each parameter whose norm is above max.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(MAX, NORM);
        }

        @Override
        public Clip create(Config config) {
            return new Clip.ParameterNorm(config.get(MAX), config.get(NORM));
        }
    }

    /** Makes {@code globalNorm} available. */
    public static final class GlobalNorm implements ClipProvider {
        @Override
        public String type() {
            return "globalNorm";
        }

        @Override
        public String summary() {
            return "Scales all gradients by one factor if their common norm is above max.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(MAX, NORM);
        }

        @Override
        public Clip create(Config config) {
            return new Clip.GlobalNorm(config.get(MAX), config.get(NORM));
        }
    }
}
