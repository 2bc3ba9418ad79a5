package org.rnn4j.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rnn4j.api.Config;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/**
 * A component that a configuration describes, and what it was made from. Immutable.
 *
 * @param <C> the family, such as {@code Cell}
 */
public final class Component<C> {
    private final String type;
    private final C value;
    private final OptionValues options;

    Component(String type, C value, OptionValues options) {
        this.type = type;
        this.value = value;
        this.options = options;
    }

    /** Its type: {@code lstm}. */
    public String type() {
        return type;
    }

    /** The component itself. */
    public C value() {
        return value;
    }

    /** The values of its options. */
    public Config config() {
        return options;
    }

    /** Its options with all defaults filled in, {@code type} first; reads back to the same. */
    public ConfigNode resolved() {
        Place place = options.place();
        Place key = place.member(DeclarationCheck.TYPE);
        Map<String, Member> members = new LinkedHashMap<>();
        members.put(DeclarationCheck.TYPE, new Member(key, new TextNode(key, type, false)));
        members.putAll(options.resolvedMembers());
        return new ObjectNode(place, members);
    }
}
