package org.rnn4j.core.config;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Provider;

/**
 * The components that configurations can name, by family and type. Immutable.
 *
 * <pre>
 * Registry registry = Registry.load(List.of(new Family&lt;&gt;("schedule", Schedule.class, ScheduleProvider.class)));
 * Cell cell = registry.create(Cell.class, "lstm", Map.of("hiddenSize", 64));
 * </pre>
 */
public final class Registry {
    private final ImmutableMap<Class<?>, Family<?>> families;
    private final ImmutableMap<Class<?>, ImmutableSortedMap<String, Provider<?>>> providers;

    private Registry(Map<Class<?>, Family<?>> families, Map<Class<?>, Map<String, Provider<?>>> providers) {
        this.families = ImmutableMap.copyOf(families);
        ImmutableMap.Builder<Class<?>, ImmutableSortedMap<String, Provider<?>>> sorted = ImmutableMap.builder();
        providers.forEach((component, byType) -> sorted.put(component, ImmutableSortedMap.copyOf(byType)));
        this.providers = sorted.build();
    }

    /** A registry of the families of rnn-api and others, without components yet. */
    public static Registry empty(List<Family<?>> others) {
        Map<Class<?>, Family<?>> families = new LinkedHashMap<>();
        for (Family<?> family : Family.API) families.put(family.component(), family);
        for (Family<?> family : others) {
            boolean wordTaken =
                    families.values().stream().anyMatch(f -> f.word().equals(family.word()));
            if (families.put(family.component(), family) != null || wordTaken) {
                throw new IllegalArgumentException("two families '" + family + "' of " + family.component());
            }
        }
        Map<Class<?>, Map<String, Provider<?>>> none = new LinkedHashMap<>();
        families.keySet().forEach(component -> none.put(component, Map.of()));
        return new Registry(families, none);
    }

    /**
     * Finds all components on the class path.
     *
     * @param others families besides those of rnn-api
     * @throws ConfigException if a provider does not load, or two have the same type
     */
    public static Registry load(List<Family<?>> others) {
        return load(
                others,
                Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                        .orElse(ClassLoader.getSystemClassLoader()));
    }

    /** Finds all components that a class loader sees. */
    public static Registry load(List<Family<?>> others, ClassLoader loader) {
        Registry registry = empty(others);
        for (Family<?> family : registry.families()) {
            for (Provider<?> provider : Services.load(family, loader)) registry = registry.with(family, provider);
        }
        return registry;
    }

    /**
     * The same registry with another component.
     *
     * @param provider of one of the families
     * @throws ConfigException if its type is taken, or its type or options are not well formed
     */
    public Registry with(Provider<?> provider) {
        for (Family<?> family : families()) {
            if (family.provider().isInstance(provider)) return with(family, provider);
        }
        throw new ConfigException(ErrorMessage.of(provider.getClass().getName() + " is a provider of no family")
                .fact("families", Joiner.on(", ").join(families()))
                .fix("implement the provider interface of a family, such as CellProvider")
                .toString());
    }

    private Registry with(Family<?> family, Provider<?> provider) {
        DeclarationCheck.check(family, provider);
        Map<Class<?>, Map<String, Provider<?>>> copy = new LinkedHashMap<>(providers);
        Map<String, Provider<?>> byType = new TreeMap<>(copy.getOrDefault(family.component(), Map.of()));
        Provider<?> other = byType.put(provider.type(), provider);
        if (other != null) throw twice(family, provider, other);
        copy.put(family.component(), byType);
        return new Registry(families, copy);
    }

    /** The families: those of rnn-api, then the others. */
    public List<Family<?>> families() {
        return families.values().asList();
    }

    /** The family of a components' type. */
    @SuppressWarnings("unchecked") // families are kept under their own component type
    public <C> Family<C> family(Class<C> component) {
        Family<?> family = families.get(component);
        if (family == null) throw noFamily(component);
        return (Family<C>) family;
    }

    /** The types of a family in alphabetical order. */
    public List<String> types(Class<?> component) {
        return List.copyOf(byType(component).keySet());
    }

    /** The component of a family with a type, if there is one. */
    @SuppressWarnings("unchecked") // providers are kept under their family's component type
    public <C> Optional<Provider<C>> provider(Class<C> component, String type) {
        return Optional.ofNullable((Provider<C>) byType(component).get(type));
    }

    /**
     * Makes a component without JSON, through the same checks.
     *
     * @param component the family, such as {@code Cell.class}
     * @param type such as {@code lstm}
     * @param options booleans, numbers, texts, enum constants, paths, lists and maps as JSON would have them
     * @throws ConfigException if there is no such type or an option is wrong
     */
    public <C> C create(Class<C> component, String type, Map<String, ?> options) {
        Map<String, Object> all = new LinkedHashMap<>(options);
        all.put(DeclarationCheck.TYPE, type);
        return new ConfigReader(this)
                .component(JavaValues.node(all, Place.whole(Source.CODE)), component)
                .value();
    }

    private ImmutableSortedMap<String, Provider<?>> byType(Class<?> component) {
        ImmutableSortedMap<String, Provider<?>> found = providers.get(component);
        if (found == null) throw noFamily(component);
        return found;
    }

    private ConfigException noFamily(Class<?> component) {
        return new ConfigException(ErrorMessage.of("No family of components has the type " + component.getName())
                .fact("families", Joiner.on(", ").join(families()))
                .fix("load the registry with that family")
                .toString());
    }

    private static ConfigException twice(Family<?> family, Provider<?> provider, Provider<?> other) {
        return new ConfigException(ErrorMessage.of("Two providers of " + family + " type '" + provider.type() + "'")
                .fact(
                        "first",
                        other.getClass().getName() + " in " + Origin.of(other).location())
                .fact(
                        "second",
                        provider.getClass().getName() + " in "
                                + Origin.of(provider).location())
                .fix("take one of the two jars off the class path")
                .toString());
    }
}
