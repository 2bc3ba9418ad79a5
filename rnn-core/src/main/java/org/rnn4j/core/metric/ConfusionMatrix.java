package org.rnn4j.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How often each class was said for each class that should have been. Mutable, for one thread. */
public final class ConfusionMatrix {
    private final List<String> classes;
    private final long[][] counts;

    /** All counts 0, for classes of some names. */
    public ConfusionMatrix(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new long[classes.size()][classes.size()];
    }

    /** Counts a class that was said. */
    public void add(int expected, int said) {
        add(expected, said, 1);
    }

    /** Counts a class that was said several times. */
    public void add(int expected, int said, long times) {
        counts[expected][said] += times;
    }

    /** How often a class was said for another. */
    public long count(int expected, int said) {
        return counts[expected][said];
    }

    /** Right, found and expected of one class. */
    public PrecisionRecall of(int each) {
        long found = 0;
        long expected = 0;
        for (int k = 0; k < counts.length; k++) {
            found += counts[k][each];
            expected += counts[each][k];
        }
        return new PrecisionRecall(counts[each][each], found, expected);
    }

    /** The mean recall of the classes that are there: what guessing one class for all does not raise. NaN if none is. */
    public double balancedAccuracy() {
        double sum = 0;
        int present = 0;
        for (int k = 0; k < counts.length; k++) {
            if (of(k).expected() == 0) continue;
            sum += of(k).recall();
            present++;
        }
        return sum / present;
    }

    /** A row for each class that should have been said, a column for each that was, and recall and precision of each. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("expected \\ said"));
        head.addAll(classes);
        head.add("recall");
        rows.add(head);
        for (int k = 0; k < counts.length; k++) {
            List<String> row = new ArrayList<>(List.of(classes.get(k)));
            for (long count : counts[k]) row.add(Long.toString(count));
            row.add(percent(of(k).recall()));
            rows.add(row);
        }
        List<String> last = new ArrayList<>(List.of("precision"));
        for (int k = 0; k < counts.length; k++) last.add(percent(of(k).precision()));
        last.add("");
        rows.add(last);
        return text(rows);
    }

    private static String percent(double part) {
        return String.format(java.util.Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static String text(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) widths[c] = Math.max(widths[c], width(row.get(c)));
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String space = " ".repeat(widths[c] - width(row.get(c)));
            line.append(c == 0 ? row.get(c) + space : "  " + space + row.get(c));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
