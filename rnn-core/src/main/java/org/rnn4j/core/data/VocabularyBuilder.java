package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rnn4j.api.Option;

/** Counts the symbols of texts, and keeps the frequent ones. Mutable, for one thread. */
public final class VocabularyBuilder {
    /** The least count. */
    static final Option<Integer> MIN_COUNT = Option.integer(
                    "minCount", "how often a symbol must stand in the training part to be in the vocabulary")
            .atLeast(1)
            .orElse(1);
    /** The most symbols. */
    static final Option<Integer> MAX_SIZE =
            Option.integer("vocabularySize", "most symbols in the vocabulary").atLeast(1);

    private static final Comparator<Map.Entry<String, Count>> FREQUENT_FIRST =
            Comparator.<Map.Entry<String, Count>>comparingLong(entry -> -entry.getValue().value)
                    .thenComparing(Map.Entry::getKey);

    private final Level level;
    private final Map<String, Count> counts = new HashMap<>();
    private final Set<SpecialSymbol> specials = EnumSet.noneOf(SpecialSymbol.class);
    private boolean lowercase;
    private int minCount = 1;
    private int maxSize = Integer.MAX_VALUE;

    private static final class Count {
        long value;
    }

    VocabularyBuilder(Level level) {
        this.level = level;
    }

    /** Gives the vocabulary special symbols. */
    public VocabularyBuilder with(SpecialSymbol... symbols) {
        specials.addAll(List.of(symbols));
        return this;
    }

    /** Puts all texts into lower case; to be said before anything is counted. */
    public VocabularyBuilder lowercase(boolean whether) {
        lowercase = whether;
        return this;
    }

    /** Leaves out symbols that stand more rarely in the texts. */
    public VocabularyBuilder minCount(int least) {
        minCount = MIN_COUNT.checked(least);
        return this;
    }

    /** Leaves out the rarest symbols, so that there are no more than so many; special ones are not counted. */
    public VocabularyBuilder maxSize(int most) {
        maxSize = MAX_SIZE.checked(most);
        return this;
    }

    /** Counts the symbols of a text. */
    public VocabularyBuilder count(String text) {
        String normal = lowercase ? text.toLowerCase(java.util.Locale.ROOT) : text;
        level.split(normal, (symbol, position) -> countSymbol(symbol));
        return this;
    }

    /** Counts one symbol as it is, whatever it is made of, such as a label. */
    public VocabularyBuilder countSymbol(String symbol) {
        counts.computeIfAbsent(symbol, s -> new Count()).value++;
        return this;
    }

    /** The vocabulary of all texts so far. */
    public Vocabulary build() {
        List<String> symbols = new ArrayList<>();
        for (SpecialSymbol special : specials) symbols.add(special.text());
        List<Map.Entry<String, Count>> kept = counts.entrySet().stream()
                .filter(entry -> entry.getValue().value >= minCount && !symbols.contains(entry.getKey()))
                .sorted(FREQUENT_FIRST)
                .limit(maxSize)
                .toList();
        long[] numbers = new long[specials.size() + kept.size()];
        for (Map.Entry<String, Count> entry : kept) {
            numbers[symbols.size()] = entry.getValue().value;
            symbols.add(entry.getKey());
        }
        return new Vocabulary(level, lowercase, List.copyOf(specials), symbols, numbers);
    }
}
