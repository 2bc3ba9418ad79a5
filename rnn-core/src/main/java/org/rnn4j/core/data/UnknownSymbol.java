package org.rnn4j.core.data;

import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;

/** The error of a symbol that is not in the vocabulary. */
final class UnknownSymbol {
    private static final int MOST_SHOWN = 40;
    private static final int CONTEXT = 20;

    private UnknownSymbol() {}

    /**
     * Makes the error.
     *
     * @param position of the symbol's first {@code char} in the text
     * @param place where the text begins
     */
    static DataException error(Vocabulary vocabulary, String symbol, String text, int position, TextPlace place) {
        int begin = text.lastIndexOf('\n', position - 1) + 1;
        int end = text.indexOf('\n', position);
        String line = text.substring(begin, end < 0 || end == position ? text.length() : end);
        int column = position - begin;
        long number = 1 + (vocabulary.level() == Level.WORD ? words(line, column) : line.codePointCount(0, column));
        int linesBefore = (int) text.chars().limit(begin).filter(c -> c == '\n').count();
        TextPlace exact = place.line() == 0 ? place : place.at(place.line() + linesBefore);
        return new DataException(ErrorMessage.of(
                        "Symbol " + quote(symbol) + " is not in the vocabulary" + exact.suffix())
                .fact("position", vocabulary.level() + " " + number + " of " + around(line, column, symbol.length()))
                .fact("vocabulary", vocabulary + ": " + shown(vocabulary))
                .fix("remove the symbol, or train with \"unknown\": true in \"data\"")
                .toString());
    }

    private static long words(String text, int position) {
        long[] count = {0};
        Level.WORD.split(text.substring(0, position), (symbol, at) -> count[0]++);
        return count[0];
    }

    private static String around(String text, int position, int length) {
        int from = Math.max(0, position - CONTEXT);
        int to = Math.min(text.length(), position + length + CONTEXT);
        return quote((from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : ""));
    }

    private static String shown(Vocabulary vocabulary) {
        StringBuilder all = new StringBuilder();
        for (String symbol : vocabulary.symbols()) {
            if (all.length() > MOST_SHOWN) return all + "…";
            all.append(visible(symbol)).append(' ');
        }
        return all.toString().stripTrailing();
    }

    static String quote(String text) {
        return "'" + visible(text) + "'";
    }

    /** A text without characters that would break a line or could not be seen. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\t') {
                shown.append("\\t");
            } else if (Character.isISOControl(c) || !Character.isDefined(c) || c == '\u00A0' || c == '\uFEFF') {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
