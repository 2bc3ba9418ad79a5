package org.rnn4j.core.component.initializer;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Option;

/** Makes the kinds of {@link Initializer} available to configurations. */
public final class InitializerProviders {
    private static final Option<Double> VALUE = Option.number("value", "the number");
    private static final Option<Double> LOW =
            Option.number("low", "the smallest number").orElse(-0.05);
    private static final Option<Double> HIGH =
            Option.number("high", "the bound that numbers lie below").orElse(0.05);
    private static final Option<Double> STANDARD_DEVIATION = Option.number(
                    "standardDeviation", "standard deviation of the normal distribution")
            .above(0)
            .orElse(0.05);
    private static final Option<Double> GAIN =
            Option.number("gain", "factor of every number").above(0).orElse(1.0);
    private static final Option<Double> DIAGONAL =
            Option.number("value", "the number on the diagonal").orElse(1.0);

    private InitializerProviders() {}

    /** Makes {@code zeros} available. */
    public static final class Zeros implements InitializerProvider {
        @Override
        public String type() {
            return "zeros";
        }

        @Override
        public String summary() {
            return "0 everywhere.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Initializer create(Config config) {
            return Initializer.zeros();
        }
    }

    /** Makes {@code constant} available. */
    public static final class Constant implements InitializerProvider {
        @Override
        public String type() {
            return "constant";
        }

        @Override
        public String summary() {
            return "One number everywhere.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(VALUE);
        }

        @Override
        public Initializer create(Config config) {
            return Initializer.constant(config.get(VALUE));
        }
    }

    /** Makes {@code uniform} available. */
    public static final class Uniform implements InitializerProvider {
        @Override
        public String type() {
            return "uniform";
        }

        @Override
        public String summary() {
            return "Uniform between two numbers.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(LOW, HIGH);
        }

        @Override
        public Initializer create(Config config) {
            if (config.get(LOW) >= config.get(HIGH)) {
                throw config.error(HIGH, "is not above low", "give a high that is above low");
            }
            return Initializer.uniform(config.get(LOW), config.get(HIGH));
        }
    }

    /** Makes {@code normal} available. */
    public static final class Normal implements InitializerProvider {
        @Override
        public String type() {
            return "normal";
        }

        @Override
        public String summary() {
            return "Normal with mean 0.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(STANDARD_DEVIATION);
        }

        @Override
        public Initializer create(Config config) {
            return Initializer.normal(config.get(STANDARD_DEVIATION));
        }
    }

    /** Makes {@code glorotUniform} available. */
    public static final class GlorotUniform implements InitializerProvider {
        @Override
        public String type() {
            return "glorotUniform";
        }

        @Override
        public String summary() {
            return "Uniform in ± gain √(6 / (fan-in + fan-out)).";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(GAIN);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Scaled(config.get(GAIN), false, false);
        }
    }

    /** Makes {@code glorotNormal} available. */
    public static final class GlorotNormal implements InitializerProvider {
        @Override
        public String type() {
            return "glorotNormal";
        }

        @Override
        public String summary() {
            return "Normal with variance gain² 2 / (fan-in + fan-out).";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(GAIN);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Scaled(config.get(GAIN), false, true);
        }
    }

    /** Makes {@code heUniform} available. */
    public static final class HeUniform implements InitializerProvider {
        @Override
        public String type() {
            return "heUniform";
        }

        @Override
        public String summary() {
            return "Uniform in ± gain √(6 / fan-in).";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(GAIN);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Scaled(Math.sqrt(2) * config.get(GAIN), true, false);
        }
    }

    /** Makes {@code heNormal} available. */
    public static final class HeNormal implements InitializerProvider {
        @Override
        public String type() {
            return "heNormal";
        }

        @Override
        public String summary() {
            return "Normal with variance gain² 2 / fan-in.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(GAIN);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Scaled(Math.sqrt(2) * config.get(GAIN), true, true);
        }
    }

    /** Makes {@code orthogonal} available. */
    public static final class Orthogonal implements InitializerProvider {
        @Override
        public String type() {
            return "orthogonal";
        }

        @Override
        public String summary() {
            return "Orthogonal rows or columns, times a gain.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(GAIN);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Orthogonal(config.get(GAIN));
        }
    }

    /** Makes {@code identity} available. */
    public static final class Identity implements InitializerProvider {
        @Override
        public String type() {
            return "identity";
        }

        @Override
        public String summary() {
            return "A number on the diagonal, 0 elsewhere.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(DIAGONAL);
        }

        @Override
        public Initializer create(Config config) {
            return new Initializer.Identity(config.get(DIAGONAL));
        }
    }
}
