package org.rnn4j.cli.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rnn4j.api.DataException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.data.Encoding;
import org.rnn4j.core.data.Feature;
import org.rnn4j.core.data.TextPlace;
import org.rnn4j.core.data.Vocabulary;
import org.rnn4j.core.engine.Tensor;

/**
 * Turns lines into steps.
 *
 * <p>A model of symbols reads a line as one symbol if it is one, else as text, split as its data was; a JSON string is read as
 * what it stands for, and so is each one in an array of strings. A model of numbers reads a number, an array of numbers, or several such arrays in one. With side inputs, or if one likes, a line is a
 * JSON object: {@code {"input": …, "gap": …}}.
 */
public final class LineReader {
    private static final String INPUT = "input";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Encoding encoding;
    private long number;

    /**
     * One step.
     *
     * @param input [1, size], or an index [1]
     * @param sides [1, size] each
     */
    public record Step(Tensor input, Map<String, Tensor> sides) {}

    /** A reader for a model of some data. */
    public LineReader(Encoding encoding) {
        this.encoding = encoding;
    }

    /**
     * The steps of the next line, at least one unless it is text without symbols.
     *
     * @throws DataException if the line is nothing that the model reads
     */
    public List<Step> steps(String line) {
        return steps(line, number + 1);
    }

    /** The same of the line of a number. */
    List<Step> steps(String line, long lineNumber) {
        number = lineNumber;
        Optional<JsonNode> json = json(line);
        JsonNode object = json.filter(JsonNode::isObject).orElse(null);
        List<Tensor> inputs;
        if (object != null) {
            checkKeys(object, line);
            inputs = inputs(object.path(INPUT), line);
        } else {
            inputs = json.isPresent() || !encoding.input().isSymbols()
                    ? inputs(json.orElseThrow(() -> error(line, "it is no JSON")), line)
                    : symbols(line);
        }
        Map<String, List<Tensor>> sides = new LinkedHashMap<>();
        encoding.sides().forEach((name, feature) -> {
            if (object == null) throw error(line, "the side input '" + name + "' is missing");
            sides.put(name, vectors(object.path(name), feature, name, line));
        });
        List<Step> steps = new ArrayList<>();
        for (int t = 0; t < inputs.size(); t++) {
            Map<String, Tensor> here = new LinkedHashMap<>();
            int time = t;
            sides.forEach((name, values) -> {
                if (values.size() != inputs.size()) throw error(line, "'" + name + "' has " + values.size() + " steps");
                here.put(name, values.get(time));
            });
            steps.add(new Step(inputs.get(t), here));
        }
        return steps;
    }

    /** The line as JSON, if it begins like something that the model reads so, and is JSON as a whole. */
    private Optional<JsonNode> json(String line) {
        String text = line.strip();
        try {
            return Optional.of(MAPPER.readTree(text)).filter(this::isMeant);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether JSON is meant, for "1" and "[x]" may be text of a model of symbols. */
    private boolean isMeant(JsonNode node) {
        return node.isObject() || (encoding.input().isSymbols() ? isText(node) : node.isNumber() || node.isArray());
    }

    private static boolean isText(JsonNode node) {
        if (!node.isArray()) return node.isTextual();
        for (JsonNode each : node) {
            if (!each.isTextual()) return false;
        }
        return !node.isEmpty();
    }

    private void checkKeys(JsonNode object, String line) {
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!key.equals(INPUT) && !encoding.sides().containsKey(key))
                throw error(line, "unknown key '" + key + "'");
        }
    }

    private List<Tensor> inputs(JsonNode node, String line) {
        if (!encoding.input().isSymbols()) return vectors(node, encoding.input(), INPUT, line);
        if (!isText(node)) throw error(line, "the input is no text");
        if (node.isTextual()) return symbols(node.textValue());
        List<Tensor> ids = new ArrayList<>();
        for (JsonNode each : node) ids.addAll(symbols(each.textValue()));
        return ids;
    }

    private List<Tensor> symbols(String text) {
        Vocabulary vocabulary = encoding.vocabulary().orElseThrow();
        // Data may have named its symbols one by one, whatever the level says.
        OptionalInt known = vocabulary.id(text);
        if (known.isPresent()) return List.of(Tensor.ofIds(new int[] {known.getAsInt()}, 1));
        List<Tensor> ids = new ArrayList<>();
        TextPlace place = new TextPlace("standard input", Math.toIntExact(number));
        for (int id : vocabulary.encode(text, place)) ids.add(Tensor.ofIds(new int[] {id}, 1));
        return ids;
    }

    private List<Tensor> vectors(JsonNode node, Feature feature, String name, String line) {
        boolean several = node.isArray() && !node.isEmpty() && node.get(0).isArray();
        List<JsonNode> steps = new ArrayList<>();
        if (several) node.forEach(steps::add);
        else steps.add(node);
        return steps.stream().map(step -> vector(step, feature, name, line)).toList();
    }

    private Tensor vector(JsonNode node, Feature feature, String name, String line) {
        int size = feature.size();
        boolean one = node.isNumber() && size == 1;
        if (!one && !(node.isArray() && node.size() == size)) {
            throw error(line, "'" + name + "' is no vector of " + feature);
        }
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            JsonNode each = one ? node : node.get(k);
            values[k] = scaled(feature, k, each.doubleValue());
            // What is beyond a float is so for a network of floats, too.
            boolean finite = each.isNumber() && Float.isFinite((float) values[k]);
            if (!finite) throw error(line, "'" + name + "' holds " + each);
        }
        return Tensor.of(values, 1, size);
    }

    private static double scaled(Feature feature, int element, double x) {
        if (!(feature instanceof Feature.Numbers numbers)) return x;
        return numbers.scaling().map(s -> s.apply(element, x)).orElse(x);
    }

    private DataException error(String line, String reason) {
        ErrorMessage message = ErrorMessage.of("Line " + number + " is nothing that the model reads: " + reason)
                .fact("line", line.length() > 60 ? line.substring(0, 60) + "…" : line);
        String input = encoding.input().isSymbols()
                ? "text"
                : encoding.input().size() == 1
                        ? "a number"
                        : "[" + encoding.input().size() + " numbers]";
        if (encoding.sides().isEmpty())
            return new DataException(message.fact("needed", input).toString());
        return new DataException(message.fact("needed", "{\"input\": " + input + ", and " + encoding.sides() + "}")
                .toString());
    }
}
