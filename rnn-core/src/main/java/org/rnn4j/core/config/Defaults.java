package org.rnn4j.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;
import org.rnn4j.api.RnnException;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.ObjectNode;

/**
 * The defaults of options as a configuration would write them.
 *
 * <p>Implementation note: the default of a component option is an object, which has no JSON form of its own. It is written
 * as the component of its family that, made without options, is equal to it; records such as initializers have an equality
 * that makes this work. Where there is none, the default stays unwritten, and means the same when it is read back.
 */
final class Defaults {
    private final Registry registry;
    private final ConfigReader reader;

    Defaults(Registry registry, ConfigReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    /** What {@link org.rnn4j.api.Config#get} returns if the option is not given. */
    Optional<Object> value(Option<?> option, Place place) {
        Optional<Object> value = option.defaultValue().map(Object.class::cast);
        return value.map(v -> v instanceof Path path ? place.source().folder().resolve(path) : v);
    }

    /** The default as JSON; empty if there is none, or it has no JSON form. */
    Optional<ConfigNode> node(Option<?> option, Place place) {
        if (option.isMaybe() || option.isRequired()) return Optional.empty();
        Object value = option.defaultValue().map(Object.class::cast).orElseThrow();
        return switch (option.kind()) {
            case COMPONENT -> component(option.valueType(), value, place);
            case COMPONENTS -> components(option.valueType(), (List<?>) value, place);
            default -> Optional.of(JavaValues.node(value, place));
        };
    }

    private Optional<ConfigNode> components(Class<?> family, List<?> values, Place place) {
        List<ConfigNode> nodes = new ArrayList<>();
        for (Object value : values)
            component(family, value, place.element(nodes.size())).ifPresent(nodes::add);
        return nodes.size() == values.size() ? Optional.of(new ListNode(place, nodes)) : Optional.empty();
    }

    private Optional<ConfigNode> component(Class<?> family, Object value, Place place) {
        return registry.types(family).stream()
                .map(type -> registry.provider(family, type).orElseThrow())
                .filter(Defaults::needsNothing)
                .flatMap(provider -> made(provider, place).stream())
                .filter(component -> value.equals(component.value()))
                .findFirst()
                .map(Component::resolved);
    }

    static boolean needsNothing(Provider<?> provider) {
        return provider.options().stream().noneMatch(Option::isRequired);
    }

    // A component may have rules that its defaults break; then it is nobody's default.
    private Optional<Component<?>> made(Provider<?> provider, Place place) {
        try {
            return Optional.of(reader.make(provider, new ObjectNode(place, Map.of())));
        } catch (RnnException e) {
            return Optional.empty();
        }
    }
}
