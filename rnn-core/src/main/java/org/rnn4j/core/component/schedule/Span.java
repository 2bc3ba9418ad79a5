package org.rnn4j.core.component.schedule;

import java.util.OptionalLong;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;

/**
 * A length of time.
 *
 * @param unit in which it is counted
 * @param length how many, at least 1; empty for the whole training
 */
public record Span(Unit unit, OptionalLong length) {
    /** In what time is counted. */
    public enum Unit {
        /** Updates of the parameters. */
        UPDATE,
        /** Passes over the training data. */
        EPOCH;

        /** How many of them are done. */
        long done(Progress progress) {
            return this == UPDATE ? progress.updates() : progress.epochs();
        }

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Checks the length. */
    public Span {
        if (length.isPresent() && length.getAsLong() < 1) {
            throw new ConfigException(ErrorMessage.of("A span of " + length.getAsLong() + " " + unit + "s")
                    .fix("make it at least 1")
                    .toString());
        }
    }

    /** A number of updates. */
    public static Span updates(long number) {
        return new Span(Unit.UPDATE, OptionalLong.of(number));
    }

    /** A number of epochs. */
    public static Span epochs(long number) {
        return new Span(Unit.EPOCH, OptionalLong.of(number));
    }

    /** The whole training. */
    public static Span whole(Unit unit) {
        return new Span(unit, OptionalLong.empty());
    }

    /** How many units are done. */
    long done(Progress progress) {
        return unit.done(progress);
    }

    /** How many units it has. */
    long in(Progress progress) {
        return length.orElse(Math.max(1, unit == Unit.UPDATE ? progress.totalUpdates() : progress.totalEpochs()));
    }

    /** The part that is done, from 0 to 1. */
    double fraction(Progress progress) {
        return Math.min(1, (double) done(progress) / in(progress));
    }
}
