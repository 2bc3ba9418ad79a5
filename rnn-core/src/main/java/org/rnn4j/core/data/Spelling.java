package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.core.engine.Tensor;

/**
 * What the characters of a word tell: its beginnings and ends of up to four characters, and its kind.
 *
 * <p>{@code Undoing} has {@code ^u ^un ^und g$ ng$ ing$ oing$} and {@code <capital>}; other kinds are {@code <capitals>},
 * {@code <digit>}, {@code <hyphen>}, {@code <sign>}. Beginnings and ends are in lower case.
 *
 * <p>Source: features as in Ratnaparkhi 1996, "A maximum entropy model for part-of-speech tagging".
 */
final class Spelling {
    private static final int LONGEST_BEGIN = 3;
    private static final int LONGEST_END = 4;

    private Spelling() {}

    /** All spellings of a word. */
    static List<String> of(String word) {
        List<String> spellings = new ArrayList<>();
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        int length = lower.length();
        for (int k = 1; k <= Math.min(LONGEST_BEGIN, length); k++) spellings.add("^" + lower.substring(0, k));
        for (int k = 1; k <= Math.min(LONGEST_END, length); k++) spellings.add(lower.substring(length - k) + "$");
        if (word.codePoints().anyMatch(Character::isDigit)) spellings.add("<digit>");
        if (word.indexOf('-') >= 0) spellings.add("<hyphen>");
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) spellings.add("<sign>");
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
        if (capital) spellings.add("<capital>");
        if (capital && length > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT))) spellings.add("<capitals>");
        return spellings;
    }

    /** For each word a vector that is 1 at the spellings which it has: [T, size]. */
    static Tensor vectors(List<String> words, Feature.Spellings feature) {
        float[] vectors = new float[words.size() * feature.size()];
        for (int t = 0; t < words.size(); t++) {
            for (String spelling : of(words.get(t))) {
                int at = t * feature.size();
                feature.spellings().id(spelling).ifPresent(id -> vectors[at + id] = 1);
            }
        }
        return Tensor.of(vectors, words.size(), feature.size());
    }
}
