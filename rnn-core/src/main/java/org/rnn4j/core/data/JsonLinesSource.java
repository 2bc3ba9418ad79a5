package org.rnn4j.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.JsonColumn.Kind;

/**
 * A file with one JSON object in each line, which holds a sequence and what a network should say to it:
 * <pre>
 * {"input": "a fine film", "target": "positive"}                      text, and a label of the sequence
 * {"input": ["Teddy", "said"], "target": ["name", "other"]}           words, and a label of each
 * {"input": [[0.1, 2], [0.3, 1]], "target": 0.7}                      vectors, and a number of the sequence
 * {"input": [1, 2, 3], "target": [2, 3, 4]}                           numbers, and a number of each
 * {"input": [[0.1, 2], [0.3, 1]], "target": "hi"}                     vectors, and symbols of another number
 * </pre>
 *
 * <p>The first line decides which of these all lines are. Blank lines are skipped.
 */
final class JsonLinesSource implements DataSource {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final TextOptions options;
    private final Shares shares;
    private final JsonColumn input;
    private final JsonColumn target;
    private final TargetLength length;
    private final Level targetLevel;

    /** What stands in the column of targets, and how long it is. */
    record Targets(JsonColumn column, TargetLength length, Level level) {}

    /** One line. */
    private record Row(JsonNode input, JsonNode target, TextPlace place) {}

    /** The kinds of the two columns. */
    private record Kinds(Kind input, Kind target) {}

    JsonLinesSource(Path file, TextOptions options, Shares shares, JsonColumn input, Targets targets) {
        this.file = file;
        this.options = options;
        this.shares = shares;
        this.input = input;
        this.target = targets.column();
        this.length = targets.length();
        this.targetLevel = targets.level();
    }

    @Override
    public Dataset read(long seed, Optional<Encoding> known) {
        Parts<TextFile.Line> lines = Parts.ofLines(TextFile.read(file), shares, seed);
        Kinds kinds = kinds(row(lines.training().get(0)));
        Parts<Row> rows = lines.map(line -> row(line, kinds));
        Encoding encoding = known.orElseGet(() -> encoding(rows, kinds));
        return rows.dataset(encoding, examples(kinds, encoding));
    }

    @Override
    public DataPart readWhole(Path other, Encoding known) {
        List<TextFile.Line> lines = TextFile.read(other).lines();
        Kinds kinds = kinds(row(lines.get(0)));
        return SequencePart.of(
                known,
                lines.stream()
                        .map(line -> row(line, kinds))
                        .map(examples(kinds, known))
                        .toList());
    }

    private Kinds kinds(Row row) {
        return new Kinds(input.kind(row.input(), row.place()), target.kind(row.target(), row.place()));
    }

    private Row row(TextFile.Line line, Kinds kinds) {
        Row row = row(line);
        input.check(row.input(), kinds.input(), row.place());
        target.check(row.target(), kinds.target(), row.place());
        return row;
    }

    private Row row(TextFile.Line line) {
        try {
            JsonNode node = MAPPER.readTree(line.text());
            Row row = new Row(node.path(input.key()), node.path(target.key()), line.place());
            return options.padding() ? withoutPadding(row) : row;
        } catch (JsonProcessingException e) {
            throw new DataException(
                    ErrorMessage.of("Not JSON: " + line.place())
                            .fact("reason", e.getOriginalMessage().replaceFirst(": enable .*", ""))
                            .fix("write one JSON object in each line")
                            .toString(),
                    e);
        }
    }

    private Row withoutPadding(Row row) {
        JsonNode said = length == TargetLength.STEPS ? Padding.without(row.target(), row.input()) : row.target();
        return new Row(Padding.without(row.input()), target.perStep() ? Padding.without(said) : said, row.place());
    }

    // Labels come from all parts: one that stands in the validation part only is no reason to stop.
    private Encoding encoding(Parts<Row> rows, Kinds kinds) {
        List<Row> counted = options.wholeCounts() ? rows.all() : rows.training();
        Row first = rows.training().get(0);
        VocabularyBuilder symbols = options.builder();
        VocabularyBuilder labels = Vocabulary.builder(targetLevel);
        if (options.padding() && kinds.target() == Kind.TEXT) labels.with(SpecialSymbol.PADDING);
        if (kinds.input().isSymbolic()) counted.forEach(row -> JsonColumn.count(row.input(), kinds.input(), symbols));
        if (kinds.target().isSymbolic())
            rows.all().forEach(row -> JsonColumn.count(row.target(), kinds.target(), labels));
        return new Encoding(
                kinds.input().isSymbolic()
                        ? new Feature.Symbols(symbols.build())
                        : new Feature.Numbers(size(first.input(), kinds.input())),
                kinds.target().isSymbolic()
                        ? new Feature.Symbols(labels.build())
                        : new Feature.Numbers(size(first.target(), kinds.target())),
                length);
    }

    private static int size(JsonNode value, Kind kind) {
        int size = kind == Kind.VECTOR
                ? value.size()
                : kind == Kind.VECTORS ? value.path(0).size() : 1;
        return Math.max(1, size);
    }

    private Function<Row, Example> examples(Kinds kinds, Encoding encoding) {
        boolean fits = kinds.input().isSymbolic() == encoding.input().isSymbols()
                && kinds.target().isSymbolic() == encoding.target().isSymbols()
                && length == encoding.targetLength();
        if (!fits) {
            throw new DataException(ErrorMessage.of("Data of type 'jsonLines' does not fit the model")
                    .fact("model reads", encoding.input())
                    .fact("model says", encoding.target())
                    .fix("use the kind of data that the model was trained with")
                    .toString());
        }
        return row -> new Example(
                input.tensor(row.input(), kinds.input(), encoding.input(), row.place()),
                target.tensor(row.target(), kinds.target(), encoding.target(), row.place()),
                row.place());
    }
}
