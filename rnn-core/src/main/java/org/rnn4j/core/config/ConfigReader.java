package org.rnn4j.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.config.ConfigNode.Member;
import org.rnn4j.core.config.ConfigNode.NullNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/**
 * Reads a tree by what providers and sections declare: checks every key and value, fills in defaults, makes components.
 *
 * <pre>
 * ConfigNode node = ConfigFile.read(Path.of("names.json"), List.of("training.epochs=3"));
 * SectionConfig experiment = new ConfigReader(registry).read(node, EXPERIMENT);
 * int epochs = experiment.section(TRAINING).get(EPOCHS);
 * String resolved = experiment.resolved().toJson();
 * </pre>
 *
 * <p>The first mistake is a {@link ConfigException} that says where it stands and what would be right. Immutable.
 */
public final class ConfigReader {
    /** Editors find the schema by this key; it means nothing to us. */
    static final String SCHEMA_KEY = "$schema";

    private final Registry registry;
    private final Mistakes mistakes;
    private final ValueReader values;
    private final Defaults defaults;

    /** A reader that knows a registry's components. */
    public ConfigReader(Registry registry) {
        this.registry = registry;
        this.mistakes = new Mistakes(registry);
        this.values = new ValueReader(this, mistakes);
        this.defaults = new Defaults(registry, this);
    }

    /**
     * Reads a section and all that is in it.
     *
     * @throws ConfigException at the first mistake
     */
    public SectionConfig read(ConfigNode node, Section section) {
        if (!(node instanceof ObjectNode object)) throw mistakes.notAnObject(node);
        List<String> keys = new ArrayList<>();
        section.options().forEach(option -> keys.add(option.name()));
        section.sections().forEach(inner -> keys.add(inner.name()));
        checkKeys(object, keys);
        String owner = "section '" + section + "'";
        OptionValues options = new OptionValues(owner, object.place(), entries(object, section.options()), defaults);
        Map<String, SectionConfig> sections = new LinkedHashMap<>();
        for (Section inner : section.sections()) {
            inner(object, inner).ifPresent(n -> sections.put(inner.name(), read(n, inner)));
        }
        return new SectionConfig(section, options, sections);
    }

    private Optional<ConfigNode> inner(ObjectNode object, Section section) {
        Optional<ConfigNode> given = given(object, section.name(), section.isMaybe());
        if (given.isPresent()) return given;
        if (section.isRequired()) throw mistakes.missing(section, object.place());
        return section.isMaybe()
                ? Optional.empty()
                : Optional.of(new ObjectNode(object.place().member(section.name()), Map.of()));
    }

    /**
     * Makes the component that an object with a {@code type} describes, or the name of a type alone.
     *
     * @param component its family, such as {@code Cell.class}
     * @throws ConfigException at the first mistake
     */
    public <C> Component<C> component(ConfigNode node, Class<C> component) {
        Family<C> family = registry.family(component);
        if (node instanceof TextNode type) return make(provider(type, family), new ObjectNode(node.place(), Map.of()));
        if (!(node instanceof ObjectNode object)) throw mistakes.notAComponent(node, family);
        Member member = object.members().get(DeclarationCheck.TYPE);
        if (member == null) throw mistakes.noType(object.place(), family);
        if (!(member.value() instanceof TextNode type)) throw mistakes.typeNotAText(member.value(), family);
        return make(provider(type, family), object);
    }

    private <C> Provider<C> provider(TextNode type, Family<C> family) {
        return registry.provider(family.component(), type.text())
                .orElseThrow(() -> mistakes.unknownType(type.text(), type.place(), family));
    }

    /** Makes a provider's component from an object's members. */
    <C> Component<C> make(Provider<C> provider, ObjectNode object) {
        List<String> keys = new ArrayList<>(List.of(DeclarationCheck.TYPE));
        provider.options().forEach(option -> keys.add(option.name()));
        checkKeys(object, keys);
        String owner = "the provider of '" + provider.type() + "'";
        OptionValues options = new OptionValues(owner, object.place(), entries(object, provider.options()), defaults);
        try {
            return new Component<>(provider.type(), provider.create(options), options);
        } catch (RnnException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw mistakes.cannotMake("component '" + provider.type() + "'", object.place(), e);
        }
    }

    private void checkKeys(ObjectNode object, List<String> keys) {
        object.members().forEach((key, member) -> {
            boolean forEditors = object.place().path().isEmpty() && key.equals(SCHEMA_KEY);
            if (!keys.contains(key) && !forEditors) throw mistakes.unknownKey(key, member.key(), keys);
        });
    }

    private Map<String, OptionValues.Entry> entries(ObjectNode object, List<Option<?>> options) {
        Map<String, OptionValues.Entry> entries = new LinkedHashMap<>();
        for (Option<?> option : options) entries.put(option.name(), entry(object, option));
        return entries;
    }

    private OptionValues.Entry entry(ObjectNode object, Option<?> option) {
        Optional<ConfigNode> given = given(object, option.name(), option.isMaybe());
        ValueReader.Value value = given.map(node -> values.read(option, node))
                .map(read -> option.isMaybe() ? read.maybe() : read)
                .or(() -> defaults.value(option, object.place()).map(ValueReader.Value::of))
                .orElseThrow(() -> mistakes.missing(option, object.place()));
        return new OptionValues.Entry(option, given, value);
    }

    /** A member; null counts as not given where a value may be absent. */
    private static Optional<ConfigNode> given(ObjectNode object, String key, boolean isMaybe) {
        return Optional.ofNullable(object.members().get(key))
                .map(Member::value)
                .filter(value -> !(isMaybe && value instanceof NullNode));
    }
}
