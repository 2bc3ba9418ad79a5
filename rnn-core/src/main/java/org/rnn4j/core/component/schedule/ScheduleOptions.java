package org.rnn4j.core.component.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;
import org.rnn4j.core.component.schedule.Span.Unit;

/** The options of all schedules, each declared once. */
final class ScheduleOptions {
    static final Option<Unit> PER_EPOCH =
            Option.choice("unit", "in what time is counted", Unit.class).orElse(Unit.EPOCH);
    static final Option<Unit> PER_UPDATE = PER_EPOCH.orElse(Unit.UPDATE);
    static final Option<Integer> LENGTH =
            Option.integer("length", "how many units it takes").atLeast(1);
    static final Option<Optional<Integer>> LENGTH_OR_WHOLE = Option.integer(
                    "length", "how many units it takes; the whole training if absent")
            .atLeast(1)
            .maybe();
    static final Option<Double> FACTOR =
            Option.number("factor", "factor of each reduction").above(0).orElse(0.1);
    static final Option<Double> MINIMUM = Option.number("minimum", "rate below which it does not go")
            .atLeast(0)
            .orElse(0.0);

    static final Option<Integer> EVERY =
            Option.integer("every", "units between two reductions").atLeast(1);
    static final Option<List<Integer>> MILESTONES =
            Option.integers("at", "after how many units the rate is reduced").atLeast(0);
    static final Option<Double> DECAY =
            Option.number("factor", "factor of each unit").above(0);
    static final Option<Integer> MULTIPLIER = Option.integer(
                    "multiplier", "how much longer each period is than the last")
            .atLeast(1)
            .orElse(1);
    static final Option<Double> FROM = Option.number("from", "factor of the learning rate at the beginning")
            .atLeast(0)
            .orElse(1.0);
    static final Option<Double> TO = Option.number("to", "factor of the learning rate at the end")
            .atLeast(0)
            .orElse(0.0);
    static final Option<Double> POWER = Option.number("power", "1 for a straight line; larger falls faster")
            .above(0)
            .orElse(1.0);
    static final Option<Double> RISE = Option.number("rise", "part of the time in which the rate rises")
            .atLeast(0)
            .atMost(1)
            .orElse(0.3);
    static final Option<Double> DIVIDE = Option.number("divide", "the first rate is the learning rate divided by it")
            .atLeast(1)
            .orElse(25.0);
    static final Option<Double> FINAL_DIVIDE = Option.number(
                    "finalDivide", "the last rate is the first rate divided by it")
            .atLeast(1)
            .orElse(1e4);

    static final Option<Plateau.Mode> MODE = Option.choice(
                    "mode", "whether small or large metrics are good", Plateau.Mode.class)
            .orElse(Plateau.Mode.MIN);
    static final Option<Double> PLATEAU_FACTOR = FACTOR.below(1);
    static final Option<Integer> PATIENCE = Option.integer("patience", "epochs without improvement that are endured")
            .atLeast(0)
            .orElse(10);
    static final Option<Double> THRESHOLD = Option.number("threshold", "relative change that counts as an improvement")
            .atLeast(0)
            .below(1)
            .orElse(1e-4);
    static final Option<Integer> COOLDOWN = Option.integer(
                    "cooldown", "epochs after a reduction in which nothing counts as bad")
            .atLeast(0)
            .orElse(0);

    static final Option<Optional<Schedule>> THEN = Option.component(
                    "then", "the schedule whose rates are warmed up; constant if absent", Schedule.class)
            .maybe();

    private ScheduleOptions() {}

    /** The time that {@link #LENGTH_OR_WHOLE} says. */
    static Span span(Config config, Option<Unit> unit) {
        Optional<Integer> length = config.get(LENGTH_OR_WHOLE);
        return new Span(config.get(unit), length.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /** The time that an option says. */
    static Span span(Config config, Option<Unit> unit, Option<Integer> length) {
        return new Span(config.get(unit), OptionalLong.of(config.get(length)));
    }
}
