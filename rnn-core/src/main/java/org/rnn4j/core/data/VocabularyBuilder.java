package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;

/** Counts the symbols of texts, and keeps the frequent ones. Mutable, for one thread. */
public final class VocabularyBuilder {
    /** The least count. */
    static final Option<Integer> MIN_COUNT = Option.integer(
                    "minCount", "how often a symbol must stand in the training part to be in the vocabulary")
            .atLeast(1)
            .orElse(1);
    /** The most symbols. */
    static final Option<Integer> MAX_SIZE = Option.integer(
                    "vocabularySize",
                    "most symbols in the vocabulary; no bound if absent, but " + BytePairs.DEFAULT_SIZE
                            + " for byte pairs")
            .atLeast(1);

    private static final Comparator<Map.Entry<String, Count>> FREQUENT_FIRST =
            Comparator.<Map.Entry<String, Count>>comparingLong(entry -> -entry.getValue().value)
                    .thenComparing(Map.Entry::getKey);

    private final Level level;
    private final Map<String, Count> counts = new HashMap<>();
    private final Set<SpecialSymbol> specials = EnumSet.noneOf(SpecialSymbol.class);
    private boolean lowercase;
    private int minCount = 1;
    private int maxSize = Integer.MAX_VALUE;
    private long texts;

    private static final class Count {
        long value;
    }

    VocabularyBuilder(Level level) {
        this.level = level;
    }

    /** Gives the vocabulary special symbols; to be said before anything is counted. */
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

    /** Counts the symbols of a text, and its end. */
    public VocabularyBuilder count(String text) {
        texts++;
        if (specials.contains(SpecialSymbol.PADDING)) {
            String sign = normal(SpecialSymbol.PADDING.text());
            Padding.split(level, normal(text), sign, (symbol, position) -> countSymbol(symbol));
        } else {
            level.split(normal(text), (symbol, position) -> countSymbol(symbol));
        }
        return this;
    }

    /** A text as the vocabulary will look at it. */
    String normal(String text) {
        return lowercase ? text.toLowerCase(java.util.Locale.ROOT) : text;
    }

    /** Counts one symbol as it is, whatever it is made of, such as a label. */
    public VocabularyBuilder countSymbol(String symbol) {
        counts.computeIfAbsent(symbol, s -> new Count()).value++;
        return this;
    }

    /** The vocabulary of all texts so far. */
    public Vocabulary build() {
        if (level == Level.BYTE_PAIR) return bytePairs();
        List<String> symbols = new ArrayList<>();
        for (SpecialSymbol special : specials) symbols.add(special.text());
        List<Map.Entry<String, Count>> kept = counts.entrySet().stream()
                .filter(entry -> entry.getValue().value >= minCount && !symbols.contains(entry.getKey()))
                .sorted(FREQUENT_FIRST)
                .limit(maxSize)
                .toList();
        long[] numbers = new long[specials.size() + kept.size()];
        long leftOut = counts.values().stream().mapToLong(count -> count.value).sum();
        for (Map.Entry<String, Count> entry : kept) {
            numbers[symbols.size()] = entry.getValue().value;
            leftOut -= entry.getValue().value;
            symbols.add(entry.getKey());
        }
        countSpecials(numbers, leftOut);
        return new Vocabulary(level, lowercase, List.copyOf(specials), symbols, numbers);
    }

    /** Special symbols that stand in texts as such, and what they stand for. */
    private void countSpecials(long[] numbers, long leftOut) {
        long unknown = leftOut;
        for (SpecialSymbol special : specials) unknown -= written(special);
        int id = 0;
        for (SpecialSymbol special : specials) {
            long meant = switch (special) {
                case END -> texts;
                case UNKNOWN -> unknown;
                case PADDING -> 0;
            };
            numbers[id++] = written(special) + meant;
        }
    }

    private long written(SpecialSymbol special) {
        Count count = counts.get(special.text());
        return count == null ? 0 : count.value;
    }

    /** All bytes are symbols, whatever was counted: so there is no text that cannot be written with them. */
    private Vocabulary bytePairs() {
        if (maxSize < BytePairs.BYTES) {
            throw new ConfigException(ErrorMessage.of("A vocabulary of byte pairs with " + maxSize + " symbols")
                    .fact("bytes", BytePairs.BYTES)
                    .fix("give it 256 symbols or more: every byte is one")
                    .toString());
        }
        Map<String, Long> words = new HashMap<>();
        counts.forEach((word, count) -> words.put(word, count.value));
        Set<String> reserved = new HashSet<>();
        specials.forEach(special -> reserved.add(special.text()));
        int size = maxSize == Integer.MAX_VALUE ? BytePairs.DEFAULT_SIZE : maxSize;
        BytePairTraining training = new BytePairTraining(words, reserved);
        BytePairs merges = training.run(Math.max(0, size - BytePairs.BYTES), minCount);
        Map<String, Long> found = training.counts();
        List<String> symbols = new ArrayList<>(reserved.size());
        for (SpecialSymbol special : specials) symbols.add(special.text());
        List<String> all = new ArrayList<>(BytePairs.alphabet());
        merges.merges().forEach(merge -> all.add(merge.joined()));
        all.stream()
                .distinct()
                .sorted(Comparator.<String>comparingLong(symbol -> -found.getOrDefault(symbol, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(symbols::add);
        long[] numbers = new long[symbols.size()];
        for (int id = specials.size(); id < numbers.length; id++) numbers[id] = found.getOrDefault(symbols.get(id), 0L);
        if (specials.contains(SpecialSymbol.END)) numbers[0] = texts;
        return new Vocabulary(level, lowercase, List.copyOf(specials), symbols, numbers, Optional.of(merges));
    }
}
