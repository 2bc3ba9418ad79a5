package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;

/**
 * How much of the data is kept away from training.
 *
 * @param validation share that training is judged by on the way
 * @param test share that it is judged by at the end
 */
public record Shares(double validation, double test) {
    static final Option<Double> VALIDATION = Option.number("validation", "share of the data kept for validation")
            .atLeast(0)
            .below(1)
            .orElse(0.1);
    static final Option<Double> TEST = Option.number("test", "share of the data kept for a test at the end")
            .atLeast(0)
            .below(1)
            .orElse(0.0);

    /** Everything is for training. */
    public static final Shares NONE = new Shares(0, 0);

    /** Checks that something is left. */
    public Shares {
        VALIDATION.checked(validation);
        TEST.checked(test);
        if (validation + test >= 1) {
            throw new ConfigException(ErrorMessage.of("Nothing is left for training")
                    .fact("validation", validation)
                    .fact("test", test)
                    .fix("lower the shares, so that their sum is below 1")
                    .toString());
        }
    }

    /** The shares that a configuration asks for; a part with a file of its own gets no share. */
    public static Shares of(Config config) {
        double validation = share(config, VALIDATION, HeldOutFiles.VALIDATION_FILE);
        double test = share(config, TEST, HeldOutFiles.TEST_FILE);
        if (validation + test >= 1) {
            throw config.error(TEST, "leaves nothing for training", "lower validation or test");
        }
        return new Shares(validation, test);
    }

    private static double share(Config config, Option<Double> share, Option<Optional<Path>> file) {
        if (config.get(file).isEmpty()) return config.get(share);
        if (config.has(share) && config.get(share) > 0) {
            throw config.error(share, "is given beside " + file.name(), "keep one of them");
        }
        return 0;
    }

    /** The shares of a file, which messages name. */
    public Of of(String unit, TextPlace place) {
        return new Of(this, unit, place);
    }

    /**
     * Shares of something.
     *
     * @param unit what is divided, in the plural
     * @param place where it comes from, for messages
     */
    public record Of(Shares shares, String unit, TextPlace place) {
        /** How many of some units each part gets; none of them is empty if a share of it was asked for. */
        public Counts counts(long units) {
            return shares.of(units, unit, place);
        }
    }

    /** How many of some units each part gets; none of them is empty if a share of it was asked for. */
    Counts of(long units, String unit, TextPlace place) {
        long forValidation = Math.round(validation * units);
        long forTest = Math.round(test * units);
        long forTraining = units - forValidation - forTest;
        if (validation > 0 && forValidation == 0) throw empty("validation", validation, units, unit, place);
        if (test > 0 && forTest == 0) throw empty("test", test, units, unit, place);
        if (forTraining <= 0) throw empty("training", 1 - validation - test, units, unit, place);
        return new Counts(Math.toIntExact(forTraining), Math.toIntExact(forValidation), Math.toIntExact(forTest));
    }

    /** Sizes of the parts. */
    public record Counts(int training, int validation, int test) {}

    private static DataException empty(String part, double share, long units, String unit, TextPlace place) {
        return new DataException(ErrorMessage.of("The " + part + " part is empty" + place.suffix())
                .fact("data", units + " " + unit)
                .fact("share", share)
                .fix(
                        part.equals("training")
                                ? "give more data, or lower the other shares"
                                : "give more data, or set \"" + part + "\" to 0 or to a larger share")
                .toString());
    }
}
