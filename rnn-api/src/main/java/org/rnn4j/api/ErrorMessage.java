package org.rnn4j.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Builds the message of an error: a headline, aligned facts, the way out.
 *
 * <pre>
 * Unknown cell type 'lstmm' at model.layers[1].cell.type (names.json:14:17)
 *   available     elman, gru, lstm, peepholeLstm
 *   did you mean  lstm
 *   fix           correct the name, or add the jar that provides it to the class path
 * </pre>
 *
 * <p>Mutable, for one thread, used once.
 */
public final class ErrorMessage {
    private static final int MOST_EDITS = 3;

    private record Fact(String label, String text) {}

    private final String headline;
    private final List<Fact> facts = new ArrayList<>();

    private ErrorMessage(String headline) {
        this.headline = headline;
    }

    /** Begins a message. */
    public static ErrorMessage of(String headline) {
        return new ErrorMessage(headline);
    }

    /** Adds one aligned line. */
    public ErrorMessage fact(String label, Object text) {
        facts.add(new Fact(label, String.valueOf(text)));
        return this;
    }

    /** Adds the line that tells how to go on. */
    public ErrorMessage fix(String text) {
        return fact("fix", text);
    }

    /** Adds the choices and, if one of them is close to what was given, "did you mean". */
    public ErrorMessage choices(String given, Collection<String> available) {
        fact("available", available.isEmpty() ? "(none)" : String.join(", ", available));
        String nearest = nearest(given, available);
        return nearest.isEmpty() ? this : fact("did you mean", nearest);
    }

    /** The whole message; lines are separated by a line feed, without one at the end. */
    @Override
    public String toString() {
        int width = facts.stream().mapToInt(f -> f.label().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(headline);
        for (Fact fact : facts) {
            text.append("\n  ")
                    .append(fact.label())
                    .append(" ".repeat(width - fact.label().length() + 2));
            text.append(fact.text().replace("\n", "\n" + " ".repeat(width + 4)));
        }
        return text.toString();
    }

    private static String nearest(String given, Collection<String> available) {
        String best = "";
        int fewest = Math.min(MOST_EDITS, Math.max(1, given.length() / 2)) + 1;
        for (String name : available) {
            int edits = editDistance(given.toLowerCase(java.util.Locale.ROOT), name.toLowerCase(java.util.Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best;
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
