package org.rnn4j.core.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the columns of a table mean.
 *
 * @param columns which of them are what
 * @param windows how series are cut
 * @param missing what becomes of missing numbers
 * @param scaling what is done to numbers
 */
record CsvOptions(Columns columns, Windows windows, Missing missing, Scale scaling) {
    /**
     * Which columns are what.
     *
     * @param inputs what is read; all other columns if empty
     * @param targets what is said
     * @param labels true if the one target is a label
     * @param sequence rows of one sequence have the same value here; all rows are one series if empty
     */
    record Columns(Optional<List<String>> inputs, List<String> targets, boolean labels, Optional<String> sequence) {
        List<String> inputs(List<String> header) {
            return inputs.orElseGet(() -> header.stream()
                    .filter(name -> !targets.contains(name) && !sequence.equals(Optional.of(name)))
                    .toList());
        }
    }

    /**
     * How series are cut.
     *
     * @param size steps of a window; whole sequences if empty
     * @param stride steps from one window to the next
     * @param horizon steps from what is read to what is said
     * @param perStep true for a target at each step, false for one at the last
     */
    record Windows(Optional<Integer> size, int stride, int horizon, boolean perStep) {}

    /** What becomes of missing numbers. */
    enum Missing {
        /** A missing number is an error. */
        ERROR,
        /** The number of the step before; before the first one the mean of the training part. */
        PREVIOUS,
        /** The mean of the training part. */
        MEAN,
        /** The mean of the training part, and besides each input a number that is 1 where it is missing. */
        MASK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is done to numbers. */
    enum Scale {
        /** They stay as they are. */
        NONE("none"),
        /** Mean 0 and standard deviation 1 over the training part. */
        STANDARD("standard"),
        /** From 0 to 1 over the training part. */
        MIN_MAX("minMax");

        private final String word;

        Scale(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
