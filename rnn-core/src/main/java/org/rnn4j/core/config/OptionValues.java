package org.rnn4j.core.config;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Config;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.TextNode;

/** The checked values of the options of one component or section. Immutable. */
final class OptionValues implements Config {
    /**
     * An option's value.
     *
     * @param option as declared
     * @param given where it was given; empty if the value is the default
     * @param read what {@link #get} returns, and what it was made from
     */
    record Entry(Option<?> option, Optional<ConfigNode> given, ValueReader.Value read) {}

    private final String owner;
    private final Place place;
    private final ImmutableMap<String, Entry> entries;
    private final Defaults defaults;

    OptionValues(String owner, Place place, Map<String, Entry> entries, Defaults defaults) {
        this.owner = owner;
        this.place = place;
        this.entries = ImmutableMap.copyOf(entries);
        this.defaults = defaults;
    }

    Place place() {
        return place;
    }

    @Override
    @SuppressWarnings("unchecked") // the entry's option has the same kind and type as the one asked for
    public <T> T get(Option<T> option) {
        return (T) entry(option).read().value();
    }

    @Override
    public boolean has(Option<?> option) {
        return entry(option).given().isPresent();
    }

    @Override
    public ConfigException error(Option<?> option, String problem, String fix) {
        Entry entry = entry(option);
        Place where = entry.given().map(ConfigNode::place).orElse(place);
        ErrorMessage message = ErrorMessage.of(option.name() + " " + problem + " at " + where);
        if (entry.given().isPresent()) {
            message.fact("given", entry.given().get().describe());
        } else if (!option.isMaybe()) {
            defaults.node(option, place).ifPresent(node -> message.fact("default", node.describe()));
        }
        return new ConfigException(message.fix(fix).toString());
    }

    /** What the value was made from, if it is a component that was given. */
    Optional<Component<?>> component(Option<?> option) {
        return entry(option).read().components().stream().findFirst();
    }

    private Entry entry(Option<?> option) {
        Entry entry = entries.get(option.name());
        if (entry == null || !isSame(entry.option(), option)) {
            throw new ConfigException(
                    ErrorMessage.of("Option '" + option.name() + "' is not declared by " + owner + " at " + place)
                            .fix("add it to the options that are declared there")
                            .toString());
        }
        return entry;
    }

    private static boolean isSame(Option<?> a, Option<?> b) {
        return a.kind() == b.kind() && a.valueType().equals(b.valueType()) && a.isMaybe() == b.isMaybe();
    }

    /** All values as nodes, in declared order, without those that have no default or whose default has no JSON form. */
    Map<String, Member> resolvedMembers() {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            String name = entry.option().name();
            Place key = place.member(name);
            resolved(entry, key).ifPresent(node -> members.put(name, new Member(key, node)));
        }
        return members;
    }

    private Optional<ConfigNode> resolved(Entry entry, Place key) {
        if (entry.given().isEmpty()) return defaults.node(entry.option(), key);
        ConfigNode given = entry.given().get();
        return Optional.of(
                switch (entry.option().kind()) {
                    case PATH -> new TextNode(given.place(), ((TextNode) given).text(), true);
                    case COMPONENT -> entry.read().components().get(0).resolved();
                    case COMPONENTS ->
                        new ListNode(
                                given.place(),
                                entry.read().components().stream()
                                        .map(Component::resolved)
                                        .toList());
                    default -> given;
                });
    }
}
