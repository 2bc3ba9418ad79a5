package org.rnn4j.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/**
 * How texts become symbols.
 *
 * @param level what the symbols are
 * @param lowercase true if texts are put into lower case
 * @param minCount least count of a symbol in the vocabulary
 * @param vocabularySize most symbols in the vocabulary
 * @param unknown whether symbols outside the vocabulary have a symbol of their own
 */
record TextOptions(Level level, boolean lowercase, int minCount, Optional<Integer> vocabularySize, boolean unknown) {
    static final Option<Level> LEVEL =
            Option.choice("level", "what the symbols are", Level.class).orElse(Level.CHARACTER);
    static final Option<Boolean> LOWERCASE =
            Option.bool("lowercase", "puts all text into lower case").orElse(false);
    static final Option<Optional<Integer>> VOCABULARY_SIZE = VocabularyBuilder.MAX_SIZE.maybe();
    static final Option<Optional<Boolean>> UNKNOWN = Option.bool(
                    "unknown",
                    "whether symbols outside the vocabulary are read as <UNK>, not as an error; if absent, true for words"
                            + " and where minCount or vocabularySize leave symbols out")
            .maybe();

    static List<Option<?>> with(Option<?>... own) {
        List<Option<?>> all = new ArrayList<>(List.of(own));
        all.addAll(List.of(LEVEL, LOWERCASE, VocabularyBuilder.MIN_COUNT, VOCABULARY_SIZE, UNKNOWN));
        all.addAll(List.of(Shares.VALIDATION, Shares.TEST));
        return List.copyOf(all);
    }

    static TextOptions of(Config config) {
        Level level = config.get(LEVEL);
        int minCount = config.get(VocabularyBuilder.MIN_COUNT);
        Optional<Integer> size = config.get(VOCABULARY_SIZE);
        boolean leavesOut = minCount > 1 || size.isPresent();
        boolean unknown = config.get(UNKNOWN).orElse(level == Level.WORD || leavesOut);
        if (leavesOut && !unknown) {
            throw config.error(
                    UNKNOWN, "is false, but minCount or vocabularySize leave symbols out", "remove it, or the limits");
        }
        return new TextOptions(level, config.get(LOWERCASE), minCount, size, unknown);
    }

    /** A builder of a vocabulary as these options want it. */
    VocabularyBuilder builder() {
        VocabularyBuilder builder =
                Vocabulary.builder(level).lowercase(lowercase).minCount(minCount);
        vocabularySize.ifPresent(builder::maxSize);
        return unknown ? builder.with(SpecialSymbol.UNKNOWN) : builder;
    }
}
