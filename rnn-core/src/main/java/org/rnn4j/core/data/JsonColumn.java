package org.rnn4j.core.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.engine.Tensor;

/**
 * The values of one key in the lines of a JSON lines file.
 *
 * @param key the key
 * @param perStep true if there is a value for each step, false for one of the sequence
 */
record JsonColumn(String key, boolean perStep) {
    /** What stands in a line. */
    enum Kind {
        /** A text whose parts are symbols. */
        TEXT("a text"),
        /** A list of symbols. */
        SYMBOLS("a list of texts"),
        /** One symbol. */
        SYMBOL("a text"),
        /** A list of numbers, one for each step. */
        NUMBERS("a list of numbers"),
        /** A list of vectors. */
        VECTORS("a list of lists of numbers"),
        /** One number. */
        NUMBER("a number"),
        /** One vector. */
        VECTOR("a list of numbers");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean isSymbolic() {
            return this == TEXT || this == SYMBOLS || this == SYMBOL;
        }
    }

    /** The kind of a value. */
    Kind kind(JsonNode value, TextPlace place) {
        if (value.isTextual()) return perStep ? Kind.TEXT : Kind.SYMBOL;
        if (value.isNumber() && !perStep) return Kind.NUMBER;
        if (value.isArray() && isAll(value, JsonNode::isNumber)) return perStep ? Kind.NUMBERS : Kind.VECTOR;
        if (value.isArray() && perStep && isAll(value, JsonNode::isTextual)) return Kind.SYMBOLS;
        if (value.isArray() && perStep && isAll(value, v -> v.isArray() && isAll(v, JsonNode::isNumber))) {
            return Kind.VECTORS;
        }
        throw unusable(
                value,
                perStep
                        ? "a text, or a list of texts, numbers or lists of numbers"
                        : "a text, a number or a list of numbers",
                place);
    }

    private static boolean isAll(JsonNode list, Predicate<JsonNode> condition) {
        for (JsonNode element : list) {
            if (!condition.test(element)) return false;
        }
        return true;
    }

    /** Checks that a value is of the kind that the first line has; an empty list is of every list's kind. */
    void check(JsonNode value, Kind kind, TextPlace place) {
        boolean emptyList = value.isArray() && value.isEmpty() && perStep && kind != Kind.TEXT;
        if (!emptyList && kind(value, place) != kind)
            throw unusable(value, kind.words + ", as in the first line", place);
    }

    private DataException unusable(JsonNode value, String wanted, TextPlace place) {
        String found = value.isMissingNode() ? "nothing" : value.toString();
        return new DataException(ErrorMessage.of("No usable '" + key + "'" + place.suffix())
                .fact("wanted", wanted)
                .fact("found", found.length() > 60 ? found.substring(0, 60) + "…" : found)
                .fix("correct the line, or leave it out")
                .toString());
    }

    /** Counts the symbols of a value. */
    static void count(JsonNode value, Kind kind, VocabularyBuilder builder) {
        switch (kind) {
            case TEXT -> builder.count(value.textValue());
            case SYMBOL -> builder.countSymbol(value.textValue());
            case SYMBOLS -> value.forEach(symbol -> builder.countSymbol(symbol.textValue()));
            default -> throw new AssertionError("no symbols: " + kind);
        }
    }

    /** A value as numbers or ids, see {@link Example}. */
    Tensor tensor(JsonNode value, Kind kind, Feature feature, TextPlace place) {
        if (feature instanceof Feature.Symbols symbols) return ids(value, kind, symbols.vocabulary(), place);
        List<JsonNode> rows = new ArrayList<>();
        if (kind == Kind.VECTORS || kind == Kind.NUMBERS) {
            value.forEach(rows::add);
        } else {
            rows.add(value);
        }
        int size = feature.size();
        double[] numbers = new double[rows.size() * size];
        for (int t = 0; t < rows.size(); t++) {
            JsonNode row = rows.get(t);
            int found = row.isArray() ? row.size() : 1;
            if (found != size) {
                throw new DataException(ErrorMessage.of("A vector of another size in '" + key + "'" + place.suffix())
                        .fact("wanted", size)
                        .fact("found", found + (perStep ? ", at step " + t : ""))
                        .fix("give every vector the same size")
                        .toString());
            }
            for (int i = 0; i < size; i++) numbers[t * size + i] = (row.isArray() ? row.get(i) : row).doubleValue();
        }
        return perStep ? Tensor.of(numbers, rows.size(), size) : Tensor.of(numbers, size);
    }

    private Tensor ids(JsonNode value, Kind kind, Vocabulary vocabulary, TextPlace place) {
        if (kind == Kind.TEXT) {
            int[] ids = vocabulary.encode(value.textValue(), place);
            return Tensor.ofIds(ids, ids.length);
        }
        if (kind == Kind.SYMBOL) return Tensor.ofIds(new int[] {id(value.textValue(), vocabulary, place)});
        int[] ids = new int[value.size()];
        for (int t = 0; t < ids.length; t++) ids[t] = id(value.get(t).textValue(), vocabulary, place);
        return Tensor.ofIds(ids, ids.length);
    }

    private int id(String symbol, Vocabulary vocabulary, TextPlace place) {
        return vocabulary
                .id(symbol)
                .orElseGet(() -> vocabulary
                        .id(SpecialSymbol.UNKNOWN)
                        .orElseThrow(() -> new DataException(ErrorMessage.of(
                                        "Unknown symbol '" + symbol + "' in '" + key + "'" + place.suffix())
                                .choices(
                                        symbol,
                                        vocabulary.symbols().stream().limit(30).toList())
                                .fix("correct the line, or train with it")
                                .toString())));
    }
}
