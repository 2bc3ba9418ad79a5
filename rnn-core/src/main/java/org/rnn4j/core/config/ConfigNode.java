package org.rnn4j.core.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A value of a configuration that knows where it stands. Immutable.
 *
 * <p>Trees come from {@link ConfigFile} or {@link ConfigText}, are changed by {@link Overrides} and read by
 * {@link ConfigReader}.
 */
public sealed interface ConfigNode {
    /** Where it stands. */
    Place place();

    /** A few words for messages: a scalar as JSON, shortened; otherwise {@code an object} or {@code a list}. */
    String describe();

    /** The tree as JSON on lines of its own, without a line feed at the end; keys in the tree's order. */
    default String toJson() {
        return JsonWriter.write(this);
    }

    /**
     * The same tree for a configuration in another folder: relative paths lead to the same files from there.
     *
     * <p>Only {@linkplain OptionValues#resolved resolved} trees know which of their texts are paths.
     */
    default ConfigNode pathsRelativeTo(Path folder) {
        return RelativePaths.from(folder, this);
    }

    /** A key with its value. */
    record Member(Place key, ConfigNode value) {}

    /** An object; its members in their order. */
    record ObjectNode(Place place, Map<String, Member> members) implements ConfigNode {
        /** Copies the members. */
        public ObjectNode {
            members = ImmutableMap.copyOf(members);
        }

        @Override
        public String describe() {
            return "an object";
        }
    }

    /** A list. */
    record ListNode(Place place, List<ConfigNode> elements) implements ConfigNode {
        /** Copies the elements. */
        public ListNode {
            elements = ImmutableList.copyOf(elements);
        }

        @Override
        public String describe() {
            return elements.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A text; {@code isPath} if it is known to name a file or folder. */
    record TextNode(Place place, String text, boolean isPath) implements ConfigNode {
        private static final int MOST_SHOWN = 60;

        @Override
        public String describe() {
            return JsonWriter.quote(text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text);
        }
    }

    /** A number, exactly as written. */
    record NumberNode(Place place, BigDecimal number) implements ConfigNode {
        @Override
        public String describe() {
            return JsonWriter.number(number);
        }
    }

    /** true or false. */
    record BooleanNode(Place place, boolean value) implements ConfigNode {
        @Override
        public String describe() {
            return Boolean.toString(value);
        }
    }

    /** null: as if an option that may be absent were not given. */
    record NullNode(Place place) implements ConfigNode {
        @Override
        public String describe() {
            return "null";
        }
    }
}
