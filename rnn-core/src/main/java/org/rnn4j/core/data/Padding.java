package org.rnn4j.core.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.IntPredicate;

/**
 * Takes {@link SpecialSymbol#PADDING} out of data that another program padded: a step that says so is not there. Batches are
 * not padded by any symbol.
 */
final class Padding {
    private static final String SIGN = SpecialSymbol.PADDING.text();

    private Padding() {}

    /** As {@link Level#split}, but for what is padding; {@code sign} is how it is written in this text. */
    static void split(Level level, String text, String sign, Level.SymbolConsumer consumer) {
        int from = 0;
        for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
            piece(level, text, from, at, consumer);
            from = at + sign.length();
        }
        piece(level, text, from, text.length(), consumer);
    }

    private static void piece(Level level, String text, int from, int to, Level.SymbolConsumer consumer) {
        level.split(text.substring(from, to), (symbol, position) -> consumer.accept(symbol, from + position));
    }

    /** The steps of a list that are there. */
    static JsonNode without(JsonNode list) {
        return filtered(list, t -> !isPadding(list, t));
    }

    /** The values for those steps that are there in another list. */
    static JsonNode without(JsonNode values, JsonNode list) {
        return values.size() == list.size() ? filtered(values, t -> !isPadding(list, t)) : values;
    }

    private static boolean isPadding(JsonNode list, int t) {
        return SIGN.equals(list.path(t).textValue());
    }

    private static JsonNode filtered(JsonNode list, IntPredicate kept) {
        if (!list.isArray()) return list;
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (int t = 0; t < list.size(); t++) if (kept.test(t)) rest.add(list.get(t));
        return rest;
    }
}
