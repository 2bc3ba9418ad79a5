package org.rnn4j.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * An encoding as JSON:
 * <pre>
 * {"input":{"vocabulary":{…}},"target":"input","targetPerStep":true}
 * {"input":{"numbers":3},"target":{"vocabulary":{…}},"targetPerStep":false,"targetSequence":true}
 * {"input":{"numbers":3},"target":{"numbers":1,"offset":[20.5],"scale":[4.1],"mean":[0]},"targetPerStep":false}
 * {"input":{"vocabulary":{…}},"target":{"vocabulary":{…}},"targetPerStep":true,"sides":{"spelling":{"spellings":{…},"size":400}}}
 * {"input":{"vocabulary":{…}},"target":"input","targetPerStep":true,"source":{"vocabulary":{…}},"sourcePerStep":true}
 * </pre>
 */
final class EncodingJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String SAME = "input";
    private static final String SEQUENCE = "targetSequence";
    private static final String SOURCE_PER_STEP = "sourcePerStep";

    private EncodingJson() {}

    static String write(Encoding encoding) {
        ObjectNode root = MAPPER.createObjectNode();
        root.set("input", node(encoding.input()));
        if (encoding.target().equals(encoding.input())) {
            root.put("target", SAME);
        } else {
            root.set("target", node(encoding.target()));
        }
        root.put("targetPerStep", encoding.targetPerStep());
        encoding.source().ifPresent(source -> {
            if (source.feature().equals(encoding.input())) root.put(Encoding.SOURCE, SAME);
            else root.set(Encoding.SOURCE, node(source.feature()));
            root.put(SOURCE_PER_STEP, source.perStep());
        });
        if (!encoding.sides().isEmpty()) {
            ObjectNode sides = root.putObject("sides");
            encoding.sides().forEach((name, feature) -> sides.set(name, node(feature)));
        }
        if (encoding.targetLength() == TargetLength.OWN) root.put(SEQUENCE, true);
        return root.toString();
    }

    private static JsonNode node(Feature feature) {
        ObjectNode node = MAPPER.createObjectNode();
        if (feature instanceof Feature.Symbols symbols) {
            node.set("vocabulary", VocabularyJson.tree(symbols.vocabulary()));
        } else if (feature instanceof Feature.Spellings spellings) {
            node.set("spellings", VocabularyJson.tree(spellings.spellings()));
            node.put("size", spellings.size());
        } else if (feature instanceof Feature.Numbers numbers) {
            node.put("numbers", numbers.size());
            numbers.scaling().ifPresent(scaling -> {
                scaling.offset().forEach(node.withArray("offset")::add);
                scaling.scale().forEach(node.withArray("scale")::add);
                scaling.mean().forEach(node.withArray("mean")::add);
            });
        }
        return node;
    }

    static Encoding read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            Feature input = feature(root.path("input"), "input");
            boolean same = root.path("target").asText().equals(SAME);
            Feature target = same ? input : feature(root.path("target"), "target");
            if (!root.path("targetPerStep").isBoolean()) throw error("it has no 'targetPerStep'");
            Map<String, Feature> sides = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> side : root.path("sides").properties()) {
                sides.put(side.getKey(), feature(side.getValue(), side.getKey()));
            }
            return new Encoding(input, target, targetLength(root), source(root, input), sides);
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(message("it is not JSON: " + e.getOriginalMessage()), e);
        }
    }

    private static TargetLength targetLength(JsonNode root) {
        if (root.path(SEQUENCE).asBoolean()) return TargetLength.OWN;
        return root.path("targetPerStep").booleanValue() ? TargetLength.STEPS : TargetLength.ONE;
    }

    private static Optional<Encoding.Source> source(JsonNode root, Feature input) {
        JsonNode node = root.path(Encoding.SOURCE);
        if (node.isMissingNode()) return Optional.empty();
        if (!root.path(SOURCE_PER_STEP).isBoolean()) throw error("it has no '" + SOURCE_PER_STEP + "'");
        Feature feature = node.asText().equals(SAME) ? input : feature(node, Encoding.SOURCE);
        return Optional.of(
                new Encoding.Source(feature, root.path(SOURCE_PER_STEP).booleanValue()));
    }

    private static Feature feature(JsonNode node, String key) {
        if (node.has("vocabulary")) return new Feature.Symbols(VocabularyJson.read(node.get("vocabulary")));
        if (node.path("size").canConvertToInt() && node.has("spellings")) {
            Vocabulary spellings = VocabularyJson.read(node.get("spellings"));
            return new Feature.Spellings(spellings, node.get("size").intValue());
        }
        JsonNode numbers = node.path("numbers");
        if (numbers.canConvertToInt() && numbers.intValue() > 0) {
            Optional<Scaling> scaling = node.has("offset")
                    ? Optional.of(new Scaling(
                            numbers(node.path("offset")), numbers(node.path("scale")), numbers(node.path("mean"))))
                    : Optional.empty();
            return new Feature.Numbers(numbers.intValue(), scaling);
        }
        throw error("its " + key + " is neither a vocabulary nor numbers");
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode each : list) {
            if (!each.isNumber()) throw error("a scaling holds " + each);
            numbers.add(each.doubleValue());
        }
        return numbers;
    }

    private static ModelFormatException error(String problem) {
        return new ModelFormatException(message(problem));
    }

    private static String message(String problem) {
        return ErrorMessage.of("Not an encoding of data: " + problem)
                .fix("use a model file that RNN4J wrote, of this version or an older one")
                .toString();
    }
}
