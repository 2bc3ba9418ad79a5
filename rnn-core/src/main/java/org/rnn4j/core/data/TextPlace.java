package org.rnn4j.core.data;

import java.nio.file.Path;

/**
 * Where a piece of data stands, for messages.
 *
 * @param source a file as the user wrote it; empty for data that a program made
 * @param line from 1; 0 if there are no lines
 */
public record TextPlace(String source, int line) {
    /** Data that a program made. */
    public static final TextPlace NOWHERE = new TextPlace("", 0);

    /** A whole file. */
    public static TextPlace of(Path file) {
        return new TextPlace(file.toString(), 0);
    }

    /** The same file at another line. */
    public TextPlace at(int newLine) {
        return new TextPlace(source, newLine);
    }

    /** {@code names.txt:14}; empty if nothing is known. */
    @Override
    public String toString() {
        return line == 0 || source.isEmpty() ? source : source + ":" + line;
    }

    /** {@code " (names.txt:14)"}; empty if nothing is known. */
    public String suffix() {
        String text = toString();
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
