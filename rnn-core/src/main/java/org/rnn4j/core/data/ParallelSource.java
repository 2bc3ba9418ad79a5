package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
import org.rnn4j.core.engine.Tensor;

/**
 * Pairs of texts, each on a line, with a tab between; or in the lines of two files. Sources and targets have vocabularies of
 * their own. Pairs with the same source come into the same part; where sources are classes, equal pairs do.
 */
final class ParallelSource implements DataSource {
    private static final char TAB = '\t';

    private final Files files;
    private final boolean classes;
    private final TextOptions sources;
    private final TextOptions targets;
    private final Shares shares;

    /** Where the pairs are: both texts of each in one file, or in the lines of two. */
    record Files(Path file, Optional<Path> targets) {}

    /** A text and what is to be said to it. */
    private record Pair(String source, String target, TextPlace place) {}

    ParallelSource(Files files, boolean classes, TextOptions sources, TextOptions targets, Shares shares) {
        this.files = files;
        this.classes = classes;
        this.sources = sources;
        this.targets = targets;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        TextFile text = TextFile.read(files.file);
        List<Pair> pairs =
                files.targets.map(other -> inTwo(text, TextFile.read(other))).orElseGet(() -> inOne(text));
        String counted = classes ? "different pairs" : "different sources";
        Parts<Pair> parts = Parts.of(pairs, this::identity, shares.of(counted, text.place()), seed);
        Encoding encoding = known.orElseGet(() -> encoding(parts));
        return parts.dataset(encoding, examples(encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return SequencePart.of(
                known, inOne(TextFile.read(other)).stream().map(examples(known)).toList());
    }

    private static List<Pair> inOne(TextFile text) {
        List<Pair> pairs = new ArrayList<>();
        for (TextFile.Line line : text.lines()) {
            int tab = line.text().indexOf(TAB);
            if (tab < 0 || line.text().indexOf(TAB, tab + 1) >= 0) {
                throw new DataException(ErrorMessage.of("Not two texts with a tab between"
                                + line.place().suffix())
                        .fact("tabs", line.text().chars().filter(c -> c == TAB).count())
                        .fix("write source, tab, target on each line, or name the targets' file by targetFile")
                        .toString());
            }
            pairs.add(new Pair(line.text().substring(0, tab), line.text().substring(tab + 1), line.place()));
        }
        return pairs;
    }

    private static List<Pair> inTwo(TextFile sources, TextFile targets) {
        List<String> source = sources.text().lines().toList();
        List<String> target = targets.text().lines().toList();
        if (source.size() != target.size()) {
            throw new DataException(ErrorMessage.of("Files of different length")
                    .fact("sources", source.size() + " lines in " + sources.place())
                    .fact("targets", target.size() + " lines in " + targets.place())
                    .fix("let line k of one file belong to line k of the other")
                    .toString());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            boolean blank = source.get(i).isBlank() && target.get(i).isBlank();
            if (!blank)
                pairs.add(new Pair(source.get(i), target.get(i), sources.place().at(i + 1)));
        }
        return pairs;
    }

    private Object identity(Pair pair) {
        return classes ? List.of(pair.source(), pair.target()) : pair.source();
    }

    private Encoding encoding(Parts<Pair> parts) {
        VocabularyBuilder said = targets.builder().with(SpecialSymbol.END);
        (targets.wholeCounts() ? parts.all() : parts.training()).forEach(pair -> said.count(pair.target()));
        Vocabulary read = classes ? kinds(parts) : texts(parts);
        return Encoding.pairs(new Encoding.Source(new Feature.Symbols(read), !classes), said.build());
    }

    private Vocabulary texts(Parts<Pair> parts) {
        VocabularyBuilder read = sources.builder();
        (sources.wholeCounts() ? parts.all() : parts.training()).forEach(pair -> read.count(pair.source()));
        return read.build();
    }

    /** As for labels, the whole file says which there are. */
    private static Vocabulary kinds(Parts<Pair> parts) {
        List<String> kinds = new ArrayList<>();
        parts.all().forEach(pair -> kinds.add(pair.source()));
        return Vocabulary.of(Level.WORD, kinds.stream().distinct().sorted().toList());
    }

    private static Function<Pair, Example> examples(Encoding encoding) {
        if (encoding.sourceVocabulary().isEmpty() || !encoding.isNextSymbol()) {
            throw new ModelFormatException(ErrorMessage.of("Data of type 'parallel' does not fit the model")
                    .fact("model reads", encoding.input())
                    .fact("source", encoding.source().map(Object::toString).orElse("none"))
                    .fix("use the kind of data that the model was trained with")
                    .toString());
        }
        Vocabulary read = encoding.sourceVocabulary().get();
        Vocabulary said = encoding.vocabulary().orElseThrow();
        int end = TextSource.end(said);
        boolean perStep = encoding.source().orElseThrow().perStep();
        return pair -> {
            Tensor source = perStep ? text(read, pair) : kind(read, pair);
            int[] symbols = said.encode(pair.target(), pair.place());
            int[] input = new int[symbols.length + 1];
            int[] target = new int[symbols.length + 1];
            input[0] = end;
            System.arraycopy(symbols, 0, input, 1, symbols.length);
            System.arraycopy(symbols, 0, target, 0, symbols.length);
            target[symbols.length] = end;
            return new Example(Tensor.ofIds(input, input.length), Tensor.ofIds(target, target.length), pair.place())
                    .withSource(source);
        };
    }

    private static Tensor text(Vocabulary read, Pair pair) {
        int[] ids = read.encode(pair.source(), pair.place());
        return Tensor.ofIds(ids, ids.length);
    }

    private static Tensor kind(Vocabulary read, Pair pair) {
        int id = read.id(pair.source())
                .orElseThrow(() -> new DataException(ErrorMessage.of("Not one of the classes that the model knows"
                                + pair.place().suffix())
                        .choices(pair.source(), read.symbols())
                        .fix("correct it, or train with data that has it")
                        .toString()));
        return Tensor.ofIds(new int[] {id});
    }
}
