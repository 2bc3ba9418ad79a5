package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.core.engine.Tensor;

/**
 * A text file with one sequence in each line, such as names; the network learns to predict the next symbol, and after the
 * last one the end.
 *
 * <p>For the line {@code abc} the network reads {@code <EOS> a b c} and should say {@code a b c <EOS>}. Blank lines are
 * skipped.
 */
final class LinesSource implements DataSource {
    private final Path file;
    private final TextOptions options;
    private final Shares shares;
    private final int maxLength;

    /**
     * Lines of a file.
     *
     * @param maxLength symbols after which a line is cut
     */
    LinesSource(Path file, TextOptions options, Shares shares, int maxLength) {
        this.file = file;
        this.options = options;
        this.shares = shares;
        this.maxLength = maxLength;
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        Parts<TextFile.Line> parts = Parts.ofLines(TextFile.read(file), shares, seed);
        Encoding encoding = known.orElseGet(() -> Encoding.nextSymbol(vocabulary(parts)));
        return parts.dataset(encoding, examples(encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return SequencePart.of(
                known,
                TextFile.read(other).lines().stream().map(examples(known)).toList());
    }

    private Vocabulary vocabulary(Parts<TextFile.Line> parts) {
        VocabularyBuilder builder = options.builder().with(SpecialSymbol.END);
        for (TextFile.Line line : options.wholeCounts() ? parts.all() : parts.training()) builder.count(line.text());
        return builder.build();
    }

    private Function<TextFile.Line, Example> examples(Encoding encoding) {
        Vocabulary vocabulary = TextSource.vocabulary(encoding, "lines");
        int end = TextSource.end(vocabulary);
        return line -> example(line, vocabulary, end);
    }

    private Example example(TextFile.Line line, Vocabulary vocabulary, int end) {
        int[] symbols = vocabulary.encode(line.text(), line.place());
        int length = Math.min(symbols.length + 1, maxLength);
        int[] input = new int[length];
        int[] target = new int[length];
        for (int t = 0; t < length; t++) {
            input[t] = t == 0 ? end : symbols[t - 1];
            target[t] = t == symbols.length ? end : symbols[t];
        }
        return new Example(Tensor.ofIds(input, length), Tensor.ofIds(target, length), line.place());
    }
}
