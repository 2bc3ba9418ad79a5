package org.rnn4j.core.metric;

import java.util.List;

/**
 * Edits for each symbol of what should have been said: Σ {@link EditDistance} / Σ length. 0 is perfect; more than 1 happens
 * where too much is said.
 *
 * <pre>
 * ErrorRate rate = ErrorRate.NONE.plus(ErrorRate.ofWords("the cat", "the cats")).plus(…);
 * double wordErrorRate = rate.value();
 * </pre>
 *
 * @param edits insertions, deletions and replacements
 * @param length symbols that should have been said
 */
public record ErrorRate(long edits, long length) {
    /** Nothing yet. */
    public static final ErrorRate NONE = new ErrorRate(0, 0);

    /** Of two sequences of symbols. */
    public static ErrorRate of(List<?> said, List<?> expected) {
        return new ErrorRate(EditDistance.of(said, expected), expected.size());
    }

    /** Of the characters (code points) of two texts; spaces count. */
    public static ErrorRate ofCharacters(String said, String expected) {
        return of(
                said.codePoints().boxed().toList(),
                expected.codePoints().boxed().toList());
    }

    /** Of the words of two texts: what white space separates. */
    public static ErrorRate ofWords(String said, String expected) {
        return of(words(said), words(expected));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** Both together. */
    public ErrorRate plus(ErrorRate other) {
        return new ErrorRate(edits + other.edits, length + other.length);
    }

    /** edits / length; NaN if nothing should have been said, and nothing was. */
    public double value() {
        return (double) edits / length;
    }
}
