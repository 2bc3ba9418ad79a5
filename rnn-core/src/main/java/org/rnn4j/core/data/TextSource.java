package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * A text file as one long sequence; the network learns to predict the next symbol.
 *
 * <p>The end of the text is kept for validation and test: what comes next in a text is nearer to use than a piece from its
 * middle.
 */
final class TextSource implements DataSource {
    private final Path file;
    private final TextOptions options;
    private final Shares shares;

    TextSource(Path file, TextOptions options, Shares shares) {
        this.file = file;
        this.options = options;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        TextFile text = TextFile.read(file);
        List<String> parts = split(text);
        Encoding encoding = known.orElseGet(() -> Encoding.nextSymbol(vocabulary(parts)));
        List<Optional<DataPart>> made = new ArrayList<>();
        int from = 0;
        for (String part : parts) {
            made.add(part.isEmpty() ? Optional.empty() : Optional.of(part(text, from, from + part.length(), encoding)));
            from += part.length();
        }
        return new Dataset(encoding, made.get(0).orElseThrow(), made.get(1), made.get(2));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        TextFile text = TextFile.read(other);
        return part(text, 0, text.text().length(), known);
    }

    /** The texts for training, validation and test: one after the other they are the whole. */
    private List<String> split(TextFile text) {
        int characters = text.text().codePointCount(0, text.text().length());
        Shares.Counts counts = shares.of(characters, "characters", text.place());
        int validation = text.text().offsetByCodePoints(0, counts.training());
        int test = text.text().offsetByCodePoints(validation, counts.validation());
        return List.of(
                text.text().substring(0, validation),
                text.text().substring(validation, test),
                text.text().substring(test));
    }

    private Vocabulary vocabulary(List<String> parts) {
        VocabularyBuilder builder = options.builder();
        for (String part : options.wholeCounts() ? parts : parts.subList(0, 1)) builder.count(part);
        Vocabulary vocabulary = builder.build();
        if (vocabulary.size() - vocabulary.specials().size() < 2) {
            throw new DataException(ErrorMessage.of("Only one symbol in " + file + ": nothing can be learnt from it")
                    .fact("vocabulary", String.join(" ", vocabulary.symbols()))
                    .fix("name a file with a text, or lower minCount")
                    .toString());
        }
        return vocabulary;
    }

    private static DataPart part(TextFile text, int from, int to, Encoding encoding) {
        Vocabulary vocabulary = vocabulary(encoding, "text");
        TextPlace begin = text.place().at(text.lineOf(from));
        return StreamPart.of(vocabulary.encode(text.text().substring(from, to), begin), begin);
    }

    /** The vocabulary of a model that is to read text. */
    static Vocabulary vocabulary(Encoding encoding, String type) {
        if (encoding.isNextSymbol()) return encoding.vocabulary().orElseThrow();
        throw new ModelFormatException(ErrorMessage.of("Data of type '" + type + "' does not fit the model")
                .fact("model reads", encoding.input())
                .fact("model says", encoding.target())
                .fix("use the kind of data that the model was trained with")
                .toString());
    }

    /** The end symbol of a model that is to read lines. */
    static int end(Vocabulary vocabulary) {
        return vocabulary
                .id(SpecialSymbol.END)
                .orElseThrow(
                        () -> new ModelFormatException(ErrorMessage.of("Data of type 'lines' does not fit the model")
                                .fact("vocabulary", vocabulary + ", without an end symbol")
                                .fix("use data of type 'text', which the model was trained with")
                                .toString()));
    }
}
