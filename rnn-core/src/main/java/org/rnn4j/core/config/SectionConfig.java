package org.rnn4j.core.config;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Option;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.ObjectNode;

/** The checked values of a {@link Section}. Immutable. */
public final class SectionConfig implements Config {
    private final Section section;
    private final OptionValues options;
    private final ImmutableMap<String, SectionConfig> sections;

    SectionConfig(Section section, OptionValues options, Map<String, SectionConfig> sections) {
        this.section = section;
        this.options = options;
        this.sections = ImmutableMap.copyOf(sections);
    }

    @Override
    public <T> T get(Option<T> option) {
        return options.get(option);
    }

    @Override
    public boolean has(Option<?> option) {
        return options.has(option);
    }

    @Override
    public ConfigException error(Option<?> option, String problem, String fix) {
        return options.error(option, problem, fix);
    }

    /** The component that was given for an option, with its own options; empty for a default. */
    public Optional<Component<?>> component(Option<?> option) {
        return options.component(option);
    }

    /** Where the section stands. */
    public Place place() {
        return options.place();
    }

    /** False for a section that {@linkplain Section#maybe may be left out}, and was. */
    public boolean has(Section inner) {
        return sections.containsKey(inner.name());
    }

    /** The values of a section in this one. */
    public SectionConfig section(Section inner) {
        SectionConfig found = sections.get(inner.name());
        if (found == null) {
            throw new IllegalArgumentException("section '" + inner + "' is not in '" + section + "'; ask has(section)");
        }
        return found;
    }

    /**
     * The section with all defaults filled in, keys in the order of their declaration.
     *
     * <p>Reads back to the same values, and its JSON is always the same text for them. A component default that has no JSON
     * form is left out, as is an option without a value.
     */
    public ConfigNode resolved() {
        Map<String, Member> members = new LinkedHashMap<>(options.resolvedMembers());
        sections.forEach((name, inner) -> members.put(name, new Member(place().member(name), inner.resolved())));
        return new ObjectNode(place(), members);
    }
}
