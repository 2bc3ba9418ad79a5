package org.rnn4j.core.data;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.math.RandomKey;
import org.rnn4j.core.math.RandomPurpose;
import org.rnn4j.core.math.Shuffle;

/**
 * A text file with one sequence in each line, such as names; the network learns to predict the next symbol, and after the
 * last one the end.
 *
 * <p>For the line {@code abc} the network reads {@code <EOS> a b c} and should say {@code a b c <EOS>}. Blank lines are
 * skipped. Lines with the same text come into the same part, so that no part holds what another one was trained on.
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
        List<List<TextFile.Line>> parts = split(TextFile.read(file).lines(), seed);
        Encoding encoding = known.orElseGet(() -> Encoding.nextSymbol(vocabulary(parts)));
        List<Optional<DataPart>> made = parts.stream()
                .map(lines -> lines.isEmpty() ? Optional.<DataPart>empty() : Optional.of(part(lines, encoding)))
                .toList();
        return new Dataset(encoding, made.get(0).orElseThrow(), made.get(1), made.get(2));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        return part(TextFile.read(other).lines(), known);
    }

    /** Lines for training, validation and test. */
    private List<List<TextFile.Line>> split(List<TextFile.Line> lines, long seed) {
        ListMultimap<String, TextFile.Line> byText =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (TextFile.Line line : lines) byText.put(line.text(), line);
        List<String> texts = new ArrayList<>(byText.keySet());
        Shares.Counts counts = shares.of(texts.size(), "different lines", TextPlace.of(file));
        int[] order = Shuffle.permutation(texts.size(), RandomKey.of(seed, RandomPurpose.SPLIT));
        int validation = counts.validation();
        return List.of(
                lines(byText, texts, Arrays.copyOfRange(order, validation + counts.test(), order.length)),
                lines(byText, texts, Arrays.copyOfRange(order, 0, validation)),
                lines(byText, texts, Arrays.copyOfRange(order, validation, validation + counts.test())));
    }

    private static List<TextFile.Line> lines(
            ListMultimap<String, TextFile.Line> byText, List<String> texts, int[] numbers) {
        return Arrays.stream(numbers)
                .sorted()
                .mapToObj(texts::get)
                .flatMap(text -> byText.get(text).stream())
                .toList();
    }

    // Without a symbol for what is unknown, the whole file counts: a letter that only stands in the validation part is
    // no
    // error then.
    private Vocabulary vocabulary(List<List<TextFile.Line>> parts) {
        VocabularyBuilder builder = options.builder().with(SpecialSymbol.END);
        for (List<TextFile.Line> lines : options.unknown() ? parts.subList(0, 1) : parts) {
            lines.forEach(line -> builder.count(line.text()));
        }
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
