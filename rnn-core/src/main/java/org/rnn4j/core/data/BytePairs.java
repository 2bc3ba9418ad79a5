package org.rnn4j.core.data;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a text are put together to symbols: pairs of neighbours become one symbol, the pair that was learnt first
 * before all others, until no pair is left.
 *
 * <p>A byte is written as one letter: those of ASCII that can be seen as they are, the others as the character 256 + byte; so a
 * space is {@code Ġ}. Every text has bytes, so every text can be written, and {@link #text} gives it back exactly.
 *
 * <p>Source: Sennrich et al. 2016, arXiv:1508.07909, algorithm 1; on bytes: Radford et al. 2019, "Language Models are
 * Unsupervised Multitask Learners". Immutable.
 */
final class BytePairs {
    /** Symbols before anything is put together. */
    static final int BYTES = 256;
    /** Symbols if nothing is said. */
    static final int DEFAULT_SIZE = 1024;

    private static final int FIRST_SEEN = '!';
    private static final int LAST_SEEN = '~';

    private final List<Merge> merges;
    private final ImmutableMap<Merge, Integer> ranks;

    /** Two symbols that become one. */
    record Merge(String left, String right) {
        String joined() {
            return left + right;
        }
    }

    private BytePairs(List<Merge> merges) {
        this.merges = List.copyOf(merges);
        ImmutableMap.Builder<Merge, Integer> numbers = ImmutableMap.builder();
        for (int rank = 0; rank < merges.size(); rank++) numbers.put(merges.get(rank), rank);
        this.ranks = numbers.buildKeepingLast();
    }

    static BytePairs of(List<Merge> merges) {
        return new BytePairs(merges);
    }

    /** In the order in which they were learnt. */
    List<Merge> merges() {
        return merges;
    }

    /** The symbols of a piece of text in letters. */
    List<String> split(String piece) {
        List<String> symbols = new ArrayList<>(piece.length());
        for (int i = 0; i < piece.length(); i++) symbols.add(piece.substring(i, i + 1));
        int at = next(symbols);
        while (at >= 0) {
            Merge merge = new Merge(symbols.get(at), symbols.get(at + 1));
            join(symbols, merge);
            at = next(symbols);
        }
        return symbols;
    }

    private int next(List<String> symbols) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < symbols.size(); i++) {
            @Nullable Integer rank = ranks.get(new Merge(symbols.get(i), symbols.get(i + 1)));
            if (rank != null && rank < least) {
                least = rank;
                best = i;
            }
        }
        return best;
    }

    /** Puts a pair together wherever it stands, from the left. */
    static void join(List<String> symbols, Merge merge) {
        for (int i = 0; i + 1 < symbols.size(); i++) {
            if (symbols.get(i).equals(merge.left()) && symbols.get(i + 1).equals(merge.right())) {
                symbols.set(i, merge.joined());
                symbols.remove(i + 1);
            }
        }
    }

    /** The letters of all bytes. */
    static List<String> alphabet() {
        List<String> letters = new ArrayList<>();
        for (int b = 0; b < BYTES; b++) letters.add(Character.toString(letter(b)));
        return letters;
    }

    private static char letter(int b) {
        return (char) (b >= FIRST_SEEN && b <= LAST_SEEN ? b : BYTES + b);
    }

    /** The bytes of a text as letters. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) letters.append(letter(b & 0xFF));
        return letters.toString();
    }

    /** The text of letters; bytes that are no UTF-8, as a model may say them, become the replacement character. */
    static String text(String letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(letters.length());
        letters.chars().forEach(letter -> bytes.write(letter >= BYTES ? letter - BYTES : letter));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BytePairs b && merges.equals(b.merges);
    }

    @Override
    public int hashCode() {
        return merges.hashCode();
    }
}
