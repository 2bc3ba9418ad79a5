package org.rnn4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows under heads, columns aligned. Mutable, for one thread. */
final class Table {
    private static final String GAP = "  ";

    /** A column whose head ends in this sign is aligned to the right. */
    static final String RIGHT = ">";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    private Table(boolean[] right) {
        this.right = right;
    }

    /** A table with heads; {@code "size>"} is the head of a column of numbers. */
    static Table of(String... heads) {
        boolean[] right = new boolean[heads.length];
        String[] names = new String[heads.length];
        for (int c = 0; c < heads.length; c++) {
            right[c] = heads[c].endsWith(RIGHT);
            names[c] = right[c] ? heads[c].substring(0, heads[c].length() - 1) : heads[c];
        }
        return new Table(right).row((Object[]) names);
    }

    /** Lines of a label and a text, without heads. */
    static Table facts() {
        return new Table(new boolean[2]);
    }

    /** Adds a row. */
    Table row(Object... cells) {
        if (cells.length != right.length) throw new IllegalArgumentException(Arrays.toString(cells));
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** The whole table, without a line feed at the end. */
    @Override
    public String toString() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) widths[c] = Math.max(widths[c], width(row.get(c)));
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = row.get(c);
            String space = " ".repeat(widths[c] - width(cell));
            line.append(c == 0 ? "" : GAP).append(right[c] ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
