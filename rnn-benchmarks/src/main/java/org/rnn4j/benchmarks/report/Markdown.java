package org.rnn4j.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A table; the first columns are texts, all others numbers. Mutable, for one thread. */
final class Markdown {
    /** What stands where nobody measured. */
    static final String NONE = "–";

    private final StringBuilder text = new StringBuilder();

    Markdown(int texts, List<String> heads) {
        row(heads);
        StringBuilder rule = new StringBuilder("|");
        for (int c = 0; c < heads.size(); c++) rule.append(c < texts ? "---|" : "---:|");
        text.append(rule).append('\n');
    }

    Markdown row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
        return this;
    }

    /** A number with so many digits after the point. */
    static String number(OptionalDouble value, int digits) {
        return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%,." + digits + "f", value.getAsDouble());
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? NONE : Math.round(100 * share.getAsDouble()) + " %";
    }

    /** How many times as long the second takes as the first. */
    static OptionalDouble ratio(OptionalDouble first, OptionalDouble second) {
        return first.isEmpty() || second.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(second.getAsDouble() / first.getAsDouble());
    }

    static OptionalDouble geometricMean(double... values) {
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.exp(Arrays.stream(values).map(Math::log).average().orElseThrow()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
