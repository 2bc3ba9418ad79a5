package org.rnn4j.core.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * An entity in a sequence of tags.
 *
 * <p>Tags are {@code O}, or a letter, a hyphen and a type: {@code B-PER} begins an entity, {@code I-PER} is inside, and with
 * BIOES {@code E-PER} ends it and {@code S-PER} is one alone. As the script of CoNLL-2000 has it, mistakes in the order of
 * letters are forgiven: {@code I-PER} after {@code O} or after another type begins an entity. A tag without a type, {@code B},
 * is one of the empty type; one that is none of these letters counts as {@code O}.
 *
 * <p>Source: conlleval of Tjong Kim Sang and Buchholz 2000, the shared task of CoNLL-2000.
 *
 * @param type such as {@code PER}
 * @param from its first step
 * @param to the step after its last
 */
public record Span(String type, int from, int to) {
    /** The entities of a sequence of tags, in order. */
    public static List<Span> of(List<String> tags) {
        List<Span> spans = new ArrayList<>();
        int from = -1;
        char before = 'O';
        String typeBefore = "";
        for (int t = 0; t <= tags.size(); t++) {
            char letter = t == tags.size() ? 'O' : letter(tags.get(t));
            String type = letter == 'O' ? "" : type(tags.get(t));
            boolean begins = letter != 'O'
                    && (letter == 'B'
                            || letter == 'S'
                            || before == 'O'
                            || before == 'E'
                            || before == 'S'
                            || !type.equals(typeBefore));
            if (from >= 0 && (begins || letter == 'O')) {
                spans.add(new Span(typeBefore, from, t));
                from = -1;
            }
            if (begins) from = t;
            before = letter;
            typeBefore = type;
        }
        return spans;
    }

    /** The type of a tag, the empty text if it has none: {@code PER} of {@code B-PER}. */
    public static String type(String tag) {
        return letter(tag) == 'O' || tag.length() < 2 ? "" : tag.substring(2);
    }

    /** True if a tag is part of an entity. */
    public static boolean isEntity(String tag) {
        return letter(tag) != 'O';
    }

    private static char letter(String tag) {
        boolean tagged = tag.length() == 1 || tag.length() > 2 && (tag.charAt(1) == '-' || tag.charAt(1) == '_');
        return tagged && "BIES".indexOf(tag.charAt(0)) >= 0 ? tag.charAt(0) : 'O';
    }
}
