package org.rnn4j.core.data;

import java.util.List;
import org.rnn4j.api.Config;
import org.rnn4j.api.Option;

/** Makes files with a word on each line, and its tag, available as {@code conll}. */
public final class ConllProvider implements DatasetProvider {
    private static final Option<Integer> WORD_COLUMN = Option.integer("wordColumn", "column of the word, from 1")
            .atLeast(1)
            .orElse(2);
    private static final Option<Integer> TAG_COLUMN =
            Option.integer("tagColumn", "column of the tag, from 1").atLeast(1).orElse(4);
    private static final Option<Integer> SPELLINGS = Option.integer(
                    "spellings",
                    "size of the side input 'spelling', which is 1 for the most frequent beginnings, ends and kinds that a"
                            + " word has; 0 for none")
            .atLeast(0)
            .orElse(0);
    private static final Option<Boolean> LOWERCASE = Option.bool(
                    "lowercase", "reads words in lower case; spellings still see capitals")
            .orElse(false);

    @Override
    public String type() {
        return "conll";
    }

    @Override
    public String summary() {
        return "Sentences with a word and its tag on each line, and a blank line between them (CoNLL, CoNLL-U).";
    }

    @Override
    public List<Option<?>> options() {
        List<Option<?>> all =
                new java.util.ArrayList<>(List.of(LinesProvider.FILE, WORD_COLUMN, TAG_COLUMN, SPELLINGS, LOWERCASE));
        all.addAll(List.of(VocabularyBuilder.MIN_COUNT, TextOptions.VOCABULARY_SIZE));
        all.addAll(HeldOutFiles.options());
        return List.copyOf(all);
    }

    @Override
    public DataSource create(Config config) {
        ConllSource.Columns columns = new ConllSource.Columns(config.get(WORD_COLUMN), config.get(TAG_COLUMN));
        TextOptions words = new TextOptions(
                Level.WORD,
                config.get(LOWERCASE),
                config.get(VocabularyBuilder.MIN_COUNT),
                config.get(TextOptions.VOCABULARY_SIZE),
                true,
                false);
        return HeldOutFiles.of(
                config,
                new ConllSource(
                        config.get(LinesProvider.FILE), columns, words, config.get(SPELLINGS), Shares.of(config)));
    }
}
