package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.engine.Tensor;

/**
 * Sentences with a word on each line, and its tag in another column; columns are separated by tabs, or where a line has none
 * by blanks. A blank line ends a sentence; lines that begin with {@code #} are comments, and so are the lines of CoNLL-U whose
 * first column is a range or a decimal ({@code 3-4}, {@code 8.1}).
 */
final class ConllSource implements DataSource {
    /** The name of the side input. */
    static final String SPELLING = "spelling";

    private static final Pattern NO_WORD = Pattern.compile("\\d+[-.]\\d+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path file;
    private final Columns columns;
    private final TextOptions words;
    private final int spellings;
    private final Shares shares;

    /** Where words and tags stand, from 1. */
    record Columns(int word, int tag) {}

    private record Sentence(List<String> words, List<String> tags, TextPlace place) {}

    ConllSource(Path file, Columns columns, TextOptions words, int spellings, Shares shares) {
        this.file = file;
        this.columns = columns;
        this.words = words;
        this.spellings = spellings;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        TextFile text = TextFile.read(file);
        Parts<Sentence> parts =
                Parts.of(sentences(text), Sentence::words, shares.of("different sentences", text.place()), seed);
        Encoding encoding = known.orElseGet(() -> encoding(parts));
        return parts.dataset(encoding, examples(encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return SequencePart.of(
                known,
                sentences(TextFile.read(other)).stream().map(examples(known)).toList());
    }

    private List<Sentence> sentences(TextFile text) {
        List<Sentence> sentences = new ArrayList<>();
        List<String[]> lines = new ArrayList<>();
        int number = 0;
        int first = 1;
        for (String line : (Iterable<String>) (text.text() + "\n\n").lines()::iterator) {
            number++;
            if (line.startsWith("#")) continue;
            if (!line.isBlank()) {
                if (lines.isEmpty()) first = number;
                String[] fields = fields(line, text.place().at(number));
                if (fields.length > 0) lines.add(fields);
            } else if (!lines.isEmpty()) {
                sentences.add(new Sentence(
                        lines.stream().map(f -> f[0]).toList(),
                        lines.stream().map(f -> f[1]).toList(),
                        text.place().at(first)));
                lines.clear();
            }
        }
        return sentences;
    }

    /** Word and tag; nothing where the line is no word. */
    private String[] fields(String line, TextPlace place) {
        String[] all = line.indexOf('\t') >= 0 ? line.split("\t", -1) : BLANKS.split(line.strip());
        if (NO_WORD.matcher(all[0]).matches()) return new String[0];
        int needed = Math.max(columns.word(), columns.tag());
        if (all.length >= needed) return new String[] {all[columns.word() - 1], all[columns.tag() - 1]};
        throw new DataException(ErrorMessage.of("Too few columns" + place.suffix())
                .fact("columns", all.length)
                .fact("needed", needed)
                .fix("correct the line, or wordColumn and tagColumn")
                .toString());
    }

    private Encoding encoding(Parts<Sentence> parts) {
        VocabularyBuilder known = words.builder();
        VocabularyBuilder tags = Vocabulary.builder(Level.WORD);
        VocabularyBuilder spelt = Vocabulary.builder(Level.WORD);
        for (Sentence sentence : parts.training()) {
            for (String word : sentence.words()) {
                known.countSymbol(known.normal(word));
                Spelling.of(word).forEach(spelt::countSymbol);
            }
        }
        parts.all().forEach(sentence -> sentence.tags().forEach(tags::countSymbol));
        Encoding encoding =
                new Encoding(new Feature.Symbols(known.build()), new Feature.Symbols(tags.build()), TargetLength.STEPS);
        if (spellings == 0) return encoding;
        return encoding.withSide(
                SPELLING, new Feature.Spellings(spelt.maxSize(spellings).build(), spellings));
    }

    private static Function<Sentence, Example> examples(Encoding encoding) {
        if (!(encoding.target() instanceof Feature.Symbols tags)
                || encoding.vocabulary().isEmpty()) {
            throw new ModelFormatException(ErrorMessage.of("Data of type 'conll' does not fit the model")
                    .fact("model reads", encoding.input())
                    .fact("model says", encoding.target())
                    .fix("use the kind of data that the model was trained with")
                    .toString());
        }
        Vocabulary words = encoding.vocabulary().get();
        return sentence -> {
            int unknown = words.id(SpecialSymbol.UNKNOWN).orElseThrow();
            int[] read = sentence.words().stream()
                    .mapToInt(word -> words.id(words.normal(word)).orElse(unknown))
                    .toArray();
            int[] said = sentence.tags().stream()
                    .mapToInt(tag -> id(tag, tags.vocabulary(), sentence.place()))
                    .toArray();
            Example example =
                    new Example(Tensor.ofIds(read, read.length), Tensor.ofIds(said, said.length), sentence.place());
            return encoding.sides().get(SPELLING) instanceof Feature.Spellings spelt
                    ? example.withSide(SPELLING, Spelling.vectors(sentence.words(), spelt))
                    : example;
        };
    }

    private static int id(String tag, Vocabulary tags, TextPlace place) {
        return tags.id(tag)
                .orElseThrow(() -> new DataException(ErrorMessage.of("Unknown tag '" + tag + "'" + place.suffix())
                        .choices(tag, tags.symbols())
                        .fix("correct the sentence that begins there, or train with it")
                        .toString()));
    }
}
