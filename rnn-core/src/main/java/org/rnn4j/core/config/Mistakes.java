package org.rnn4j.core.config;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;

/** The errors that reading by declarations can find. */
final class Mistakes {
    private final Registry registry;
    private final Words words;

    Mistakes(Registry registry) {
        this.registry = registry;
        this.words = new Words(registry);
    }

    ConfigException unknownKey(String key, Place place, Collection<String> available) {
        return error(ErrorMessage.of("Unknown key '" + key + "' at " + place)
                .choices(key, available)
                .fix("correct the key, or remove it"));
    }

    ConfigException unknownType(String type, Place place, Family<?> family) {
        ErrorMessage message = ErrorMessage.of("Unknown " + family + " type '" + type + "' at " + place)
                .choices(type, registry.types(family.component()));
        List<String> elsewhere = registry.families().stream()
                .filter(other -> registry.types(other.component()).contains(type))
                .map(Family::one)
                .toList();
        if (!elsewhere.isEmpty()) message.fact("note", "'" + type + "' is " + String.join(" and ", elsewhere));
        return error(message.fix("correct the name, or add the jar that provides it to the class path"));
    }

    ConfigException noType(Place place, Family<?> family) {
        return error(ErrorMessage.of("Missing key 'type' at " + place)
                .fact("available", String.join(", ", registry.types(family.component())))
                .fix("add \"type\": which " + family + " it is"));
    }

    ConfigException missing(Option<?> option, Place place) {
        return error(ErrorMessage.of("Missing key '" + option.name() + "' at " + place)
                .fact("option", option.name() + ": " + option.doc())
                .fix("add \"" + option.name() + "\": " + words.wanted(option)));
    }

    ConfigException missing(Section section, Place place) {
        return error(ErrorMessage.of("Missing key '" + section.name() + "' at " + place)
                .fact("section", section.name() + ": " + section.doc())
                .fix("add \"" + section.name() + "\": { … }"));
    }

    ConfigException notAnObject(ConfigNode node) {
        return error(ErrorMessage.of("Expected an object at " + node.place())
                .fact("given", node.describe())
                .fix("give an object: { … }"));
    }

    ConfigException notAComponent(ConfigNode node, Family<?> family) {
        return error(ErrorMessage.of("Expected " + family.one() + " at " + node.place())
                .fact("given", node.describe())
                .fact("available", String.join(", ", registry.types(family.component())))
                .fix("give an object with a type: { \"type\": \"…\", … }"));
    }

    ConfigException typeNotAText(ConfigNode node, Family<?> family) {
        return error(ErrorMessage.of("Expected a text at " + node.place())
                .fact("given", node.describe())
                .fact("available", String.join(", ", registry.types(family.component())))
                .fix("give the name of " + family.one() + " type"));
    }

    /** The value as a whole is of another kind. */
    ConfigException wrongKind(Option<?> option, ConfigNode node) {
        return wrong(option, node, words.kind(option), words.wanted(option));
    }

    /** The value, or an element of a list, is of another kind. */
    ConfigException wrongSingle(Option<?> option, ConfigNode node) {
        return wrong(option, node, words.single(option), words.wantedSingle(option));
    }

    private ConfigException wrong(Option<?> option, ConfigNode node, String kind, String wanted) {
        return error(ErrorMessage.of("Expected " + kind + " at " + node.place())
                .fact("given", node.describe())
                .fact("option", option.name() + ": " + option.doc())
                .fix("give " + wanted));
    }

    ConfigException unknownChoice(Option<?> option, String given, Place place) {
        return error(ErrorMessage.of("Unknown " + option.name() + " '" + given + "' at " + place)
                .choices(given, option.choices())
                .fix("correct the word"));
    }

    ConfigException outOfRange(Option<?> option, ConfigNode node) {
        return error(ErrorMessage.of("Value " + node.describe() + " is out of range at " + node.place())
                .fact("option", option.name() + ": " + option.doc())
                .fix("give " + words.wantedSingle(option)));
    }

    ConfigException emptyList(Option<?> option, Place place) {
        return error(ErrorMessage.of("Empty list at " + place)
                .fact("option", option.name() + ": " + option.doc())
                .fix("give at least one " + registry.family(option.valueType())));
    }

    ConfigException cannotMake(String what, Place place, RuntimeException cause) {
        String reason = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return new ConfigException(
                ErrorMessage.of("The " + what + " cannot be made at " + place)
                        .fact("reason", reason)
                        .fix("change its options")
                        .toString(),
                cause);
    }

    static ConfigException error(ErrorMessage message) {
        return new ConfigException(message.toString());
    }
}
