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
 * their own. Pairs with the same source come into the same part.
 */
final class ParallelSource implements DataSource {
    private static final char TAB = '\t';

    private final Path file;
    private final Optional<Path> targetFile;
    private final TextOptions sources;
    private final TextOptions targets;
    private final Shares shares;

    /** A text and what is to be said to it. */
    private record Pair(String source, String target, TextPlace place) {}

    ParallelSource(Path file, Optional<Path> targetFile, TextOptions sources, TextOptions targets, Shares shares) {
        this.file = file;
        this.targetFile = targetFile;
        this.sources = sources;
        this.targets = targets;
        this.shares = shares;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        TextFile text = TextFile.read(file);
        List<Pair> pairs =
                targetFile.map(other -> inTwo(text, TextFile.read(other))).orElseGet(() -> inOne(text));
        Parts<Pair> parts = Parts.of(pairs, Pair::source, shares.of("different sources", text.place()), seed);
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

    private Encoding encoding(Parts<Pair> parts) {
        VocabularyBuilder read = sources.builder();
        VocabularyBuilder said = targets.builder().with(SpecialSymbol.END);
        (sources.wholeCounts() ? parts.all() : parts.training()).forEach(pair -> read.count(pair.source()));
        (targets.wholeCounts() ? parts.all() : parts.training()).forEach(pair -> said.count(pair.target()));
        return Encoding.pairs(new Encoding.Source(new Feature.Symbols(read.build()), true), said.build());
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
        return pair -> {
            int[] source = read.encode(pair.source(), pair.place());
            int[] symbols = said.encode(pair.target(), pair.place());
            int[] input = new int[symbols.length + 1];
            int[] target = new int[symbols.length + 1];
            input[0] = end;
            System.arraycopy(symbols, 0, input, 1, symbols.length);
            System.arraycopy(symbols, 0, target, 0, symbols.length);
            target[symbols.length] = end;
            return new Example(Tensor.ofIds(input, input.length), Tensor.ofIds(target, target.length), pair.place())
                    .withSource(Tensor.ofIds(source, source.length));
        };
    }
}
