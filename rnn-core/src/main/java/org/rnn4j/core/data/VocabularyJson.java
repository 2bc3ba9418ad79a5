package org.rnn4j.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;

/**
 * A vocabulary as JSON:
 * <pre>
 * {"level":"character","lowercase":false,"special":["end"],"symbols":["&lt;EOS&gt;","a","b"],"counts":[0,3,1]}
 * </pre>
 * The first symbols are the special ones. Byte pairs have {@code "merges":["t h","th e"]} besides, in their order.
 */
final class VocabularyJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private VocabularyJson() {}

    static String write(Vocabulary vocabulary) {
        return tree(vocabulary).toString();
    }

    static JsonNode tree(Vocabulary vocabulary) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("level", vocabulary.level().toString());
        root.put("lowercase", vocabulary.lowercase());
        ArrayNode special = root.putArray("special");
        vocabulary.specials().keySet().forEach(symbol -> special.add(symbol.toString()));
        ArrayNode symbols = root.putArray("symbols");
        vocabulary.symbols().forEach(symbols::add);
        ArrayNode counts = root.putArray("counts");
        for (int id = 0; id < vocabulary.size(); id++) counts.add(vocabulary.count(id));
        vocabulary.merges().ifPresent(pairs -> {
            ArrayNode merges = root.putArray("merges");
            pairs.merges().forEach(merge -> merges.add(merge.left() + " " + merge.right()));
        });
        return root;
    }

    static Vocabulary read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(message("it is not JSON: " + e.getOriginalMessage()), e);
        }
    }

    static Vocabulary read(JsonNode root) {
        JsonNode symbolNodes = array(root, "symbols");
        JsonNode countNodes = array(root, "counts");
        if (symbolNodes.size() != countNodes.size()) throw error("symbols and counts differ in number");
        List<String> symbols = new ArrayList<>();
        long[] counts = new long[countNodes.size()];
        for (JsonNode node : symbolNodes) {
            if (!node.isTextual()) throw error("a symbol is not a text");
            if (!countNodes.get(symbols.size()).canConvertToLong()) throw error("a count is not a whole number");
            counts[symbols.size()] = countNodes.get(symbols.size()).longValue();
            symbols.add(node.textValue());
        }
        if (new HashSet<>(symbols).size() < symbols.size()) throw error("a symbol stands twice");
        List<SpecialSymbol> specials = new ArrayList<>();
        for (JsonNode node : array(root, "special")) specials.add(constant(SpecialSymbol.values(), node, "special"));
        boolean named = specials.size() <= symbols.size() && new HashSet<>(specials).size() == specials.size();
        if (!named) throw error("its special symbols are not among its symbols");
        Level level = constant(Level.values(), root.path("level"), "level");
        Optional<BytePairs> merges = level == Level.BYTE_PAIR ? Optional.of(merges(root, symbols)) : Optional.empty();
        return new Vocabulary(level, root.path("lowercase").asBoolean(), specials, symbols, counts, merges);
    }

    private static BytePairs merges(JsonNode root, List<String> symbols) {
        List<BytePairs.Merge> merges = new ArrayList<>();
        Set<String> known = new HashSet<>(symbols);
        for (JsonNode node : array(root, "merges")) {
            int space = node.asText().indexOf(' ');
            if (space < 1) throw error("a merge is " + node);
            merges.add(new BytePairs.Merge(
                    node.asText().substring(0, space), node.asText().substring(space + 1)));
            if (!known.contains(merges.get(merges.size() - 1).joined())) throw error("no symbol is the merge " + node);
        }
        return BytePairs.of(merges);
    }

    private static JsonNode array(JsonNode root, String key) {
        JsonNode array = root.path(key);
        if (!array.isArray()) throw error("it has no list '" + key + "'");
        return array;
    }

    private static <E extends Enum<E>> E constant(E[] constants, JsonNode node, String key) {
        for (E constant : constants) {
            if (constant.toString().equals(node.asText())) return constant;
        }
        throw error("its " + key + " is " + node);
    }

    private static ModelFormatException error(String problem) {
        return new ModelFormatException(message(problem));
    }

    private static String message(String problem) {
        return ErrorMessage.of("Not a vocabulary: " + problem)
                .fix("use a model file that RNN4J wrote, of this version or an older one")
                .toString();
    }
}
