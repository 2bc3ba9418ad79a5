package org.rnn4j.core.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.core.config.ConfigNode.BooleanNode;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.NumberNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/** Turns Java values into nodes, for configurations that a program puts together. */
final class JavaValues {
    private JavaValues() {}

    /**
     * A node for a value: a boolean, number, text, enum constant, path, list or map with text keys.
     *
     * @throws ConfigException if it is none of them
     */
    static ConfigNode node(Object value, Place place) {
        if (value instanceof ConfigNode node) return node;
        if (value instanceof Boolean bool) return new BooleanNode(place, bool);
        if (value instanceof CharSequence || value instanceof Enum) return new TextNode(place, value.toString(), false);
        if (value instanceof Path path) return new TextNode(place, path.toString(), true);
        if (value instanceof Number number) return new NumberNode(place, decimal(number, place));
        if (value instanceof Iterable<?> list) return list(list, place);
        if (value instanceof Map<?, ?> map) return object(map, place);
        throw unsuitable(value.getClass().getName(), place);
    }

    private static BigDecimal decimal(Number number, Place place) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw unsuitable(number.toString(), place);
        }
    }

    private static ListNode list(Iterable<?> list, Place place) {
        List<ConfigNode> elements = new ArrayList<>();
        for (Object element : list) elements.add(node(element, place.element(elements.size())));
        return new ListNode(place, elements);
    }

    private static ObjectNode object(Map<?, ?> map, Place place) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            Place inner = place.member(key);
            members.put(key, new Member(inner, node(entry.getValue(), inner)));
        }
        return new ObjectNode(place, members);
    }

    private static ConfigException unsuitable(String what, Place place) {
        return new ConfigException(ErrorMessage.of("No configuration value: " + what + " at " + place)
                .fix("give a boolean, a finite number, a text, an enum constant, a path, a list or a map")
                .toString());
    }
}
