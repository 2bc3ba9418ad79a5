package org.rnn4j.core.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rnn4j.api.DataException;

/**
 * The symbols that a model knows, numbered from 0.
 *
 * <pre>
 * Vocabulary vocabulary = Vocabulary.builder(Level.CHARACTER).with(SpecialSymbol.END).count("abba").build();
 * int[] ids = vocabulary.encode("ab");     // 1, 2; the end symbol is 0
 * String text = vocabulary.decode(ids);    // ab
 * </pre>
 *
 * <p>Special symbols come first; the others follow by falling count, equal counts by their characters: so the same text
 * gives the same numbers. A symbol that is not in the vocabulary is encoded as {@link SpecialSymbol#UNKNOWN}, and is an
 * error where there is none. Immutable.
 */
public final class Vocabulary {
    private final Level level;
    private final boolean lowercase;
    private final ImmutableSortedMap<SpecialSymbol, Integer> specials;
    private final ImmutableList<String> symbols;
    private final ImmutableLongArray counts;
    private final ImmutableMap<String, Integer> ids;
    private final Optional<BytePairs> merges;

    Vocabulary(Level level, boolean lowercase, List<SpecialSymbol> specials, List<String> symbols, long[] counts) {
        this(level, lowercase, specials, symbols, counts, Optional.empty());
    }

    Vocabulary(
            Level level,
            boolean lowercase,
            List<SpecialSymbol> specials,
            List<String> symbols,
            long[] counts,
            Optional<BytePairs> merges) {
        this.merges = merges;
        this.level = level;
        this.lowercase = lowercase;
        this.symbols = ImmutableList.copyOf(symbols);
        this.counts = ImmutableLongArray.copyOf(counts);
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        for (int id = 0; id < symbols.size(); id++) numbers.put(symbols.get(id), id);
        this.ids = numbers.buildOrThrow();
        ImmutableSortedMap.Builder<SpecialSymbol, Integer> special = ImmutableSortedMap.naturalOrder();
        for (int id = 0; id < specials.size(); id++) special.put(specials.get(id), id);
        this.specials = special.build();
    }

    /** Symbols that are known beforehand, in this order; none is special. */
    public static Vocabulary of(Level level, List<String> symbols) {
        return new Vocabulary(level, false, List.of(), symbols, new long[symbols.size()]);
    }

    /** Begins to count the symbols of texts. */
    public static VocabularyBuilder builder(Level level) {
        return new VocabularyBuilder(level);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws org.rnn4j.api.ModelFormatException if it is anything else
     */
    public static Vocabulary fromJson(String json) {
        return VocabularyJson.read(json);
    }

    /** The vocabulary as JSON on one line. */
    public String toJson() {
        return VocabularyJson.write(this);
    }

    /** Number of symbols, special ones included. */
    public int size() {
        return symbols.size();
    }

    /** What the symbols are. */
    public Level level() {
        return level;
    }

    /** True if texts are put into lower case before they are split. */
    public boolean lowercase() {
        return lowercase;
    }

    /** All symbols by number. */
    public List<String> symbols() {
        return symbols;
    }

    /** One symbol; special ones as they are written, such as {@code <EOS>}. */
    public String symbol(int id) {
        return symbols.get(id);
    }

    /**
     * How often a symbol stood in the text that was counted; {@link SpecialSymbol#END} as often as there were texts,
     * {@link SpecialSymbol#UNKNOWN} as often as symbols that were left out.
     */
    public long count(int id) {
        return counts.get(id);
    }

    /** The counts of all symbols; all 0 if they were known beforehand. */
    public long[] counts() {
        return counts.toArray();
    }

    /** The number of a symbol, if it is in the vocabulary. */
    public OptionalInt id(String symbol) {
        return optional(ids.get(symbol));
    }

    /** The number of a special symbol, if the vocabulary has it. */
    public OptionalInt id(SpecialSymbol symbol) {
        return optional(specials.get(symbol));
    }

    /** The special symbols with their numbers. */
    public Map<SpecialSymbol, Integer> specials() {
        return specials;
    }

    /**
     * The symbol that a model reads before the first one of a text: the end symbol; without one a line feed, if there is
     * one; else the most frequent symbol.
     */
    public int start() {
        return id(SpecialSymbol.END).orElseGet(() -> id("\n").orElse(specials.size()));
    }

    /** Encodes a text that a program made, see {@link #encode(String, TextPlace)}. */
    public int[] encode(String text) {
        return encode(text, TextPlace.NOWHERE);
    }

    /**
     * The numbers of a text's symbols, without end symbols; {@link SpecialSymbol#PADDING} in the text is left out if the vocabulary
     * has it.
     *
     * @param place where the text begins, for the message
     * @throws DataException if a symbol is not in the vocabulary, and it has no {@link SpecialSymbol#UNKNOWN}
     */
    public int[] encode(String text, TextPlace place) {
        IntList numbers = new IntList(text.length());
        String normal = normal(text);
        Level.SymbolConsumer add = (symbol, position) -> {
            Integer id = ids.get(symbol);
            if (id == null) id = specials.get(SpecialSymbol.UNKNOWN);
            if (id == null) throw UnknownSymbol.error(this, symbol, normal, position, place);
            numbers.add(id);
        };
        split(normal, merges.map(pairs -> ofPieces(pairs, add)).orElse(add));
        return numbers.toArray();
    }

    private static Level.SymbolConsumer ofPieces(BytePairs pairs, Level.SymbolConsumer add) {
        return (piece, position) -> pairs.split(piece).forEach(symbol -> add.accept(symbol, position));
    }

    /** The text of some symbols; end and padding symbols are left out. */
    public String decode(int[] numbers) {
        List<String> texts = new ArrayList<>(numbers.length);
        Integer end = specials.get(SpecialSymbol.END);
        Integer padding = specials.get(SpecialSymbol.PADDING);
        for (int id : numbers) {
            boolean silent = end != null && id == end || padding != null && id == padding;
            if (!silent) texts.add(symbols.get(id));
        }
        return level.join(texts);
    }

    private void split(String normal, Level.SymbolConsumer consumer) {
        if (specials.containsKey(SpecialSymbol.PADDING)) {
            Padding.split(level, normal, normal(SpecialSymbol.PADDING.text()), consumer);
        } else {
            level.split(normal, consumer);
        }
    }

    /** How bytes are put together, for byte pairs. */
    Optional<BytePairs> merges() {
        return merges;
    }

    /** A text as this vocabulary looks at it. */
    String normal(String text) {
        return lowercase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static OptionalInt optional(@Nullable Integer id) {
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary v
                && level == v.level
                && lowercase == v.lowercase
                && specials.equals(v.specials)
                && symbols.equals(v.symbols)
                && counts.equals(v.counts)
                && merges.equals(v.merges);
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    /** A few words about it: {@code 28 characters}. */
    @Override
    public String toString() {
        return size() + " " + level.plural();
    }
}
