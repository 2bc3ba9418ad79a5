package org.rnn4j.cli;

import java.util.Locale;

/** Numbers as a person likes to read them; the same in every locale. */
final class Units {
    private static final String[] PREFIXES = {"", "K", "M", "G", "T", "P", "E"};
    private static final int STEP = 1024;

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
        int prefix = 0;
        double value = number;
        while (value >= STEP && prefix < PREFIXES.length - 1) {
            value /= STEP;
            prefix++;
        }
        if (prefix == 0) return count(number) + " B";
        String form = value < 10 ? "%.2f %siB" : value < 100 ? "%.1f %siB" : "%.0f %siB";
        return String.format(Locale.ROOT, form, value, PREFIXES[prefix]);
    }

    /** With a number of digits after the point. */
    static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }
}
