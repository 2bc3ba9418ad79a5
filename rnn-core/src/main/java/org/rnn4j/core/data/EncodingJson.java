package org.rnn4j.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * An encoding as JSON:
 * <pre>
 * {"input":{"vocabulary":{…}},"target":"input","targetPerStep":true}
 * {"input":{"numbers":3},"target":{"numbers":1},"targetPerStep":false}
 * {"input":{"vocabulary":{…}},"target":"input","targetPerStep":true,"source":{"vocabulary":{…}},"sourcePerStep":true}
 * </pre>
 */
final class EncodingJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String SAME = "input";
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
        return root.toString();
    }

    private static JsonNode node(Feature feature) {
        ObjectNode node = MAPPER.createObjectNode();
        if (feature instanceof Feature.Symbols symbols) {
            node.set("vocabulary", VocabularyJson.tree(symbols.vocabulary()));
        } else {
            node.put("numbers", feature.size());
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
            return new Encoding(input, target, root.path("targetPerStep").booleanValue(), source(root, input));
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(message("it is not JSON: " + e.getOriginalMessage()), e);
        }
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
        JsonNode numbers = node.path("numbers");
        if (numbers.canConvertToInt() && numbers.intValue() > 0) return new Feature.Numbers(numbers.intValue());
        throw error("its " + key + " is neither a vocabulary nor numbers");
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
