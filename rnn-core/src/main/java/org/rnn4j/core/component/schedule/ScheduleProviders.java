package org.rnn4j.core.component.schedule;

import static org.rnn4j.core.component.schedule.ScheduleOptions.DECAY;
import static org.rnn4j.core.component.schedule.ScheduleOptions.DIVIDE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.EVERY;
import static org.rnn4j.core.component.schedule.ScheduleOptions.FACTOR;
import static org.rnn4j.core.component.schedule.ScheduleOptions.FINAL_DIVIDE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.FROM;
import static org.rnn4j.core.component.schedule.ScheduleOptions.LENGTH;
import static org.rnn4j.core.component.schedule.ScheduleOptions.LENGTH_OR_WHOLE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.MILESTONES;
import static org.rnn4j.core.component.schedule.ScheduleOptions.MINIMUM;
import static org.rnn4j.core.component.schedule.ScheduleOptions.MULTIPLIER;
import static org.rnn4j.core.component.schedule.ScheduleOptions.PER_EPOCH;
import static org.rnn4j.core.component.schedule.ScheduleOptions.PER_UPDATE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.POWER;
import static org.rnn4j.core.component.schedule.ScheduleOptions.RISE;
import static org.rnn4j.core.component.schedule.ScheduleOptions.THEN;
import static org.rnn4j.core.component.schedule.ScheduleOptions.TO;
import static org.rnn4j.core.component.schedule.ScheduleOptions.span;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes what {@link Schedules} has available to configurations. */
public final class ScheduleProviders {
    private ScheduleProviders() {}

    /** Makes {@code constant} available. */
    public static final class Constant implements ScheduleProvider {
        @Override
        public String type() {
            return "constant";
        }

        @Override
        public String summary() {
            return "The learning rate as it is.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of();
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.constant();
        }
    }

    /** Makes {@code step} available. */
    public static final class Step implements ScheduleProvider {
        @Override
        public String type() {
            return "step";
        }

        @Override
        public String summary() {
            return "A step down after each span of time.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, EVERY, FACTOR);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.step(span(config, PER_EPOCH, EVERY), config.get(FACTOR));
        }
    }

    /** Makes {@code multistep} available. */
    public static final class Multistep implements ScheduleProvider {
        @Override
        public String type() {
            return "multistep";
        }

        @Override
        public String summary() {
            return "A step down at each milestone.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, MILESTONES, FACTOR);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.multistep(config.get(PER_EPOCH), config.get(MILESTONES), config.get(FACTOR));
        }
    }

    /** Makes {@code exponential} available. */
    public static final class Exponential implements ScheduleProvider {
        @Override
        public String type() {
            return "exponential";
        }

        @Override
        public String summary() {
            return "Falls by the same factor in each unit of time.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, DECAY);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.exponential(config.get(PER_EPOCH), config.get(DECAY));
        }
    }

    /** Makes {@code cosine} available. */
    public static final class Cosine implements ScheduleProvider {
        @Override
        public String type() {
            return "cosine";
        }

        @Override
        public String summary() {
            return "Falls along half a cosine.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, LENGTH_OR_WHOLE, MINIMUM);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.cosine(span(config, PER_EPOCH), config.get(MINIMUM));
        }
    }

    /** Makes {@code cosineRestarts} available. */
    public static final class CosineRestarts implements ScheduleProvider {
        @Override
        public String type() {
            return "cosineRestarts";
        }

        @Override
        public String summary() {
            return "Falls along half a cosine, again and again.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, LENGTH, MULTIPLIER, MINIMUM);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.cosineRestarts(
                    span(config, PER_EPOCH, LENGTH), config.get(MULTIPLIER), config.get(MINIMUM));
        }
    }

    /** Makes {@code linear} available. */
    public static final class Linear implements ScheduleProvider {
        @Override
        public String type() {
            return "linear";
        }

        @Override
        public String summary() {
            return "Moves along a straight line, then stays.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, LENGTH_OR_WHOLE, FROM, TO);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.linear(span(config, PER_EPOCH), config.get(FROM), config.get(TO));
        }
    }

    /** Makes {@code polynomial} available. */
    public static final class Polynomial implements ScheduleProvider {
        @Override
        public String type() {
            return "polynomial";
        }

        @Override
        public String summary() {
            return "Falls to 0 along a power of the time that is left.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_EPOCH, LENGTH_OR_WHOLE, POWER);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.polynomial(span(config, PER_EPOCH), config.get(POWER));
        }
    }

    /** Makes {@code oneCycle} available. */
    public static final class OneCycle implements ScheduleProvider {
        @Override
        public String type() {
            return "oneCycle";
        }

        @Override
        public String summary() {
            return "Rises to the learning rate along a cosine, then falls far below.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_UPDATE, LENGTH_OR_WHOLE, RISE, DIVIDE, FINAL_DIVIDE);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.oneCycle(
                    span(config, PER_UPDATE), config.get(RISE), config.get(DIVIDE), config.get(FINAL_DIVIDE));
        }
    }

    /** Makes {@code warmUp} available. */
    public static final class WarmUp implements ScheduleProvider {
        @Override
        public String type() {
            return "warmUp";
        }

        @Override
        public String summary() {
            return "Small steps first; then another schedule.";
        }

        @Override
        public List<Option<?>> options() {
            return List.of(PER_UPDATE, LENGTH, THEN);
        }

        @Override
        public Schedule create(Config config) {
            return Schedules.warmUp(
                    span(config, PER_UPDATE, LENGTH), config.get(THEN).orElse(Schedules.constant()));
        }
    }
}
