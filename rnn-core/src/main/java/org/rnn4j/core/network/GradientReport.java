package org.rnn4j.core.network;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link GradientCheck} found.
 *
 * @param entries one for each parameter, then the input, then the initial states
 */
public record GradientReport(List<Entry> entries) {
    /**
     * The comparison of one array.
     *
     * @param name of the parameter or state, or {@code input}
     * @param elements how many it has
     * @param compared how many were compared
     * @param kinks how many of these lie where the function is not smooth
     * @param worstError the largest error, relative to gradient and quotient
     * @param worstIndex where it is, row-major
     * @param gradient what backpropagation says there
     * @param quotient what finite differences say there
     */
    public record Entry(
            String name,
            int elements,
            int compared,
            int kinks,
            double worstError,
            int worstIndex,
            double gradient,
            double quotient) {}

    /** Copies the list. */
    public GradientReport {
        entries = List.copyOf(entries);
    }

    /** The largest error of all; NaN if one is. */
    public double worstError() {
        return entries.stream().mapToDouble(Entry::worstError).reduce(0, Math::max);
    }

    /** How many elements were compared. */
    public long compared() {
        return entries.stream().mapToLong(Entry::compared).sum();
    }

    /** The name of the entry with the largest error. */
    public String worstName() {
        return entries.stream()
                .max(Comparator.comparingDouble(Entry::worstError))
                .map(Entry::name)
                .orElse("");
    }

    /** A table: name, how many elements were compared, the largest error and where it is. */
    @Override
    public String toString() {
        int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Entry e : entries) {
            String kinks = e.kinks() == 0 ? "" : ", " + e.kinks() + " at kinks";
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, width)
                            + "s  %d of %d elements%s, largest error %.1e at %d: gradient %.9g, quotient %.9g\n",
                    e.name(),
                    e.compared(),
                    e.elements(),
                    kinks,
                    e.worstError(),
                    e.worstIndex(),
                    e.gradient(),
                    e.quotient()));
        }
        return text.toString();
    }
}
