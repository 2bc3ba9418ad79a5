package org.rnn4j.cli;

import java.util.Locale;

/** Numbers as a person likes to read them; the same in every locale. */
final class Units {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};

    private Units() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 layer}, {@code 2 layers}. */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** {@code 1.5 MiB}. */
    static String bytes(long number) {
        return scaled(number, 1024, "i", "B");
    }

    /** {@code 3.2 MFLOP}. */
    static String flops(double number) {
        return scaled(number, 1000, "", "FLOP");
    }

    /** {@code 3.2 ms}. */
    static String seconds(double seconds) {
        if (seconds >= 120)
            return String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60);
        if (seconds >= 1) return String.format(Locale.ROOT, "%.1f s", seconds);
        return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
    }

    /** {@code 0.0012}, with as many digits as matter. */
    static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String scaled(double number, int step, String infix, String unit) {
        int prefix = 0;
        double value = number;
        while (value >= step && prefix < PREFIXES.length - 1) {
            value /= step;
            prefix++;
        }
        if (prefix == 0) return count(Math.round(number)) + " " + unit;
        String form = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
        String letter = infix.isEmpty() ? PREFIXES[prefix] : PREFIXES[prefix].toUpperCase(Locale.ROOT) + infix;
        return String.format(Locale.ROOT, form, value) + " " + letter + unit;
    }
}
