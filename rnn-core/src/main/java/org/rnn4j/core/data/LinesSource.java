package org.rnn4j.core.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        LineParts parts = LineParts.of(TextFile.read(file), shares, seed);
        Encoding encoding = known.orElseGet(() -> Encoding.nextSymbol(vocabulary(parts)));
        return new Dataset(
                encoding,
                part(parts.training(), encoding),
                optionalPart(parts.validation(), encoding),
                optionalPart(parts.test(), encoding));
    }

    private Optional<DataPart> optionalPart(List<TextFile.Line> lines, Encoding encoding) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(part(lines, encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return part(TextFile.read(other).lines(), known);
    }

    // Without a symbol for what is unknown, the whole file counts: a letter that only stands in the validation part is
    // no
    // error then.
    private Vocabulary vocabulary(LineParts parts) {
        VocabularyBuilder builder = options.builder().with(SpecialSymbol.END);
        for (TextFile.Line line : options.unknown() ? parts.training() : parts.all()) builder.count(line.text());
        return builder.build();
    }

    private DataPart part(List<TextFile.Line> lines, Encoding encoding) {
        Vocabulary vocabulary = TextSource.vocabulary(encoding, "lines");
        int end = TextSource.end(vocabulary);
        return SequencePart.of(
                encoding,
                lines.stream().map(line -> example(line, vocabulary, end)).toList());
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
