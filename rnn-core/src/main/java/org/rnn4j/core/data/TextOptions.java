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
 * @param padding whether there is a symbol for steps that are not there
 */
record TextOptions(
        Level level,
        boolean lowercase,
        int minCount,
        Optional<Integer> vocabularySize,
        boolean unknown,
        boolean padding) {
    static final Option<Level> LEVEL =
            Option.choice("level", "what the symbols are", Level.class).orElse(Level.CHARACTER);
    static final Option<Boolean> LOWERCASE =
            Option.bool("lowercase", "puts all text into lower case").orElse(false);
    static final Option<Optional<Integer>> VOCABULARY_SIZE = VocabularyBuilder.MAX_SIZE.maybe();
    static final Option<Optional<Boolean>> UNKNOWN = Option.bool(
                    "unknown",
                    "whether symbols outside the vocabulary are read as <UNK>, not as an error; if absent, true for words"
                            + " and where minCount or vocabularySize leave symbols out. Nothing is outside of byte pairs")
            .maybe();
    static final Option<Boolean> PADDING = Option.bool(
                    "padding",
                    "whether the data may say <PAD> for steps that are not there, and the vocabulary has a place for it")
            .orElse(false);

    static List<Option<?>> with(Option<?>... own) {
        List<Option<?>> all = new ArrayList<>(List.of(own));
        all.addAll(List.of(LEVEL, LOWERCASE, VocabularyBuilder.MIN_COUNT, VOCABULARY_SIZE, UNKNOWN, PADDING));
        all.addAll(HeldOutFiles.options());
        return List.copyOf(all);
    }

    static TextOptions of(Config config) {
        Level level = config.get(LEVEL);
        int minCount = config.get(VocabularyBuilder.MIN_COUNT);
        Optional<Integer> size = config.get(VOCABULARY_SIZE);
        boolean bytes = level == Level.BYTE_PAIR;
        if (bytes && size.isPresent() && size.get() < BytePairs.BYTES) {
            throw config.error(
                    VOCABULARY_SIZE, "is less than the 256 bytes that byte pairs are made of", "give 256 or more");
        }
        boolean leavesOut = !bytes && (minCount > 1 || size.isPresent());
        boolean unknown = config.get(UNKNOWN).orElse(level == Level.WORD || leavesOut);
        if (leavesOut && !unknown) {
            throw config.error(
                    UNKNOWN, "is false, but minCount or vocabularySize leave symbols out", "remove it, or the limits");
        }
        return new TextOptions(level, config.get(LOWERCASE), minCount, size, unknown, config.get(PADDING));
    }

    /**
     * True if the vocabulary is of the whole data, not of the training part: without a symbol for what is unknown, a letter
     * that stands in the validation part only would be an error.
     */
    boolean wholeCounts() {
        return !unknown && level == Level.CHARACTER;
    }

    /** The same for other symbols. */
    TextOptions withLevel(Level other) {
        boolean unknownWords = unknown || other == Level.WORD;
        return new TextOptions(other, lowercase, minCount, vocabularySize, unknownWords, padding);
    }

    /** A builder of a vocabulary as these options want it. */
    VocabularyBuilder builder() {
        VocabularyBuilder builder =
                Vocabulary.builder(level).lowercase(lowercase).minCount(minCount);
        vocabularySize.ifPresent(builder::maxSize);
        if (padding) builder.with(SpecialSymbol.PADDING);
        return unknown ? builder.with(SpecialSymbol.UNKNOWN) : builder;
    }
}
