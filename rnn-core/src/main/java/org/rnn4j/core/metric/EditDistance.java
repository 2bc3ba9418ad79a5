package org.rnn4j.core.metric;

import java.util.List;

/**
 * The Levenshtein distance: the fewest insertions, deletions and replacements that turn one sequence into another.
 *
 * <p>Source: Levenshtein 1966, Soviet Physics Doklady 10:707; computed as Wagner and Fischer 1974, doi:10.1145/321796.321811.
 */
public final class EditDistance {
    private EditDistance() {}

    /** The distance of two sequences, whose elements are compared with {@code equals}. */
    public static int of(List<?> a, List<?> b) {
        int[] row = new int[b.size() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.size()];
    }
}
