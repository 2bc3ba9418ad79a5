package org.rnn4j.core.config;

import java.util.regex.Pattern;

/**
 * Where a value stands: its JSON path, and the file, line and column of its first character.
 *
 * @param source the text
 * @param line from 1; 0 for a place without lines, such as the command line
 * @param column from 1, in characters; 0 for a place without lines
 * @param path such as {@code model.layers[1].cell.type}; empty for the whole configuration
 */
public record Place(Source source, int line, int column, String path) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_$-]+");

    /** The whole of a text that has no lines. */
    public static Place whole(Source source) {
        return new Place(source, 0, 0, "");
    }

    /** The place of an object's member, as far as it is known: on the object's line. */
    Place member(String key) {
        String plain = PLAIN_KEY.matcher(key).matches() ? key : JsonWriter.quote(key);
        return new Place(source, line, column, path.isEmpty() ? plain : path + "." + plain);
    }

    /** The place of a list's element, as far as it is known: on the list's line. */
    Place element(int index) {
        return new Place(source, line, column, path + "[" + index + "]");
    }

    Place at(int newLine, int newColumn) {
        return new Place(source, newLine, newColumn, path);
    }

    /** The place in the text alone: {@code names.json:14:17}, {@code --set} or {@code code}. */
    public String position() {
        return line == 0 ? source.name() : source.name() + ":" + line + ":" + column;
    }

    /** As messages show it: {@code model.layers[1].cell.type (names.json:14:17)}. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "the top level" : path) + " (" + position() + ")";
    }
}
