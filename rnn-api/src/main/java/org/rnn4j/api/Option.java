package org.rnn4j.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An option of a component, declared once: name, kind, default, range and a line of documentation.
 *
 * <pre>
 * static final Option&lt;Integer&gt; HIDDEN_SIZE = Option.integer("hiddenSize", "size of the state h").atLeast(1);
 * static final Option&lt;Double&gt; FORGET_BIAS = Option.number("forgetBias", "first value of b_f").orElse(1.0);
 * </pre>
 *
 * <p>An option without a default is required. Immutable.
 *
 * @param <T> the Java type of its value
 */
public final class Option<T> {
    /** What a value may be. */
    public enum Kind {
        /** A whole number; {@link Integer}. */
        INTEGER,
        /** A number; {@link Double}. */
        NUMBER,
        /** true or false; {@link Boolean}. */
        BOOLEAN,
        /** A text; {@link String}. */
        TEXT,
        /** A file or folder, relative to the configuration; {@link java.nio.file.Path}. */
        PATH,
        /** One of some words; an {@link Enum} whose {@code toString} is the word. */
        CHOICE,
        /** Whole numbers; {@code List<Integer>}. */
        INTEGERS,
        /** Numbers; {@code List<Double>}. */
        NUMBERS,
        /** Texts; {@code List<String>}. */
        TEXTS,
        /** A component with a type of its own, such as a cell. */
        COMPONENT,
        /** A list of components. */
        COMPONENTS
    }

    private final String name;
    private final String doc;
    private final Kind kind;
    private final Class<?> valueType;
    private final double low;
    private final double high;
    private final boolean lowOpen;
    private final boolean highOpen;
    private final Optional<T> defaultValue;
    private final boolean optional;

    private Option(
            String name,
            String doc,
            Kind kind,
            Class<?> valueType,
            Range range,
            Optional<T> defaultValue,
            boolean optional) {
        this.name = name;
        this.doc = doc;
        this.kind = kind;
        this.valueType = valueType;
        this.low = range.low;
        this.high = range.high;
        this.lowOpen = range.lowOpen;
        this.highOpen = range.highOpen;
        this.defaultValue = defaultValue;
        this.optional = optional;
    }

    private record Range(double low, double high, boolean lowOpen, boolean highOpen) {
        static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);
    }

    private static <T> Option<T> of(String name, String doc, Kind kind, Class<?> valueType) {
        return new Option<>(name, doc, kind, valueType, Range.ALL, Optional.empty(), false);
    }

    /** A whole number. */
    public static Option<Integer> integer(String name, String doc) {
        return of(name, doc, Kind.INTEGER, Integer.class);
    }

    /** A finite number. */
    public static Option<Double> number(String name, String doc) {
        return of(name, doc, Kind.NUMBER, Double.class);
    }

    /** true or false. */
    public static Option<Boolean> bool(String name, String doc) {
        return of(name, doc, Kind.BOOLEAN, Boolean.class);
    }

    /** A text. */
    public static Option<String> text(String name, String doc) {
        return of(name, doc, Kind.TEXT, String.class);
    }

    /** A file or folder; a relative one is taken relative to the configuration's folder. */
    public static Option<java.nio.file.Path> path(String name, String doc) {
        return of(name, doc, Kind.PATH, java.nio.file.Path.class);
    }

    /** One of an enum's constants, by the word that its {@code toString} gives. */
    public static <E extends Enum<E>> Option<E> choice(String name, String doc, Class<E> choices) {
        return of(name, doc, Kind.CHOICE, choices);
    }

    /** Whole numbers. */
    public static Option<List<Integer>> integers(String name, String doc) {
        return of(name, doc, Kind.INTEGERS, Integer.class);
    }

    /** Numbers. */
    public static Option<List<Double>> numbers(String name, String doc) {
        return of(name, doc, Kind.NUMBERS, Double.class);
    }

    /** Texts. */
    public static Option<List<String>> texts(String name, String doc) {
        return of(name, doc, Kind.TEXTS, String.class);
    }

    /** A component with a type of its own: {@code Cell.class}, {@code Layer.class}, {@code Initializer.class} … */
    public static <C> Option<C> component(String name, String doc, Class<C> family) {
        return of(name, doc, Kind.COMPONENT, family);
    }

    /** A list of components, at least one. */
    public static <C> Option<List<C>> components(String name, String doc, Class<C> family) {
        return of(name, doc, Kind.COMPONENTS, family);
    }

    /** The same option with a smallest value (each number's, for a list). */
    public Option<T> atLeast(double bound) {
        return within(new Range(bound, high, false, highOpen));
    }

    /** The same option with a bound that values lie above. */
    public Option<T> above(double bound) {
        return within(new Range(bound, high, true, highOpen));
    }

    /** The same option with a largest value. */
    public Option<T> atMost(double bound) {
        return within(new Range(low, bound, lowOpen, false));
    }

    /** The same option with a bound that values lie below. */
    public Option<T> below(double bound) {
        return within(new Range(low, bound, lowOpen, true));
    }

    private Option<T> within(Range range) {
        return new Option<>(name, doc, kind, valueType, range, defaultValue, optional);
    }

    /** The same option with a default. */
    public Option<T> orElse(T value) {
        Range range = new Range(low, high, lowOpen, highOpen);
        return new Option<>(name, doc, kind, valueType, range, Optional.of(value), true);
    }

    /** The same option, neither required nor with a default: the value is absent unless it is given. */
    public Option<Optional<T>> maybe() {
        Range range = new Range(low, high, lowOpen, highOpen);
        return new Option<>(name, doc, kind, valueType, range, Optional.of(Optional.empty()), true);
    }

    /** The key in the configuration. */
    public String name() {
        return name;
    }

    /** One line about it. */
    public String doc() {
        return doc;
    }

    /** What a value may be. */
    public Kind kind() {
        return kind;
    }

    /** The value's type, or the type of a list's elements; for components the family, such as {@code Cell.class}. */
    public Class<?> valueType() {
        return valueType;
    }

    /** The default, if there is one; that of a {@link #maybe} option is an empty {@link Optional}. */
    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** True if a value must be given. */
    public boolean isRequired() {
        return !optional;
    }

    /** True if the value's type is {@link Optional}. */
    public boolean isMaybe() {
        return defaultValue.filter(d -> d instanceof Optional).isPresent();
    }

    /** The words to choose from, for {@link Kind#CHOICE}; otherwise empty. */
    public List<String> choices() {
        return kind == Kind.CHOICE
                ? Arrays.stream(valueType.getEnumConstants())
                        .map(Object::toString)
                        .toList()
                : List.of();
    }

    /** True if a number lies in the range. */
    public boolean admits(double number) {
        return (lowOpen ? number > low : number >= low) && (highOpen ? number < high : number <= high);
    }

    /**
     * The value, if it lies in the range: so that Java callers and configurations meet the same check.
     *
     * @throws ConfigException that names the option, the value and the range
     */
    public T checked(T value) {
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        for (Object each : values) {
            if (each instanceof Number number
                    && !(Double.isFinite(number.doubleValue()) && admits(number.doubleValue()))) {
                throw new ConfigException(ErrorMessage.of("Out of range: " + name + " = " + each)
                        .fact("meaning", doc)
                        .fix("give it a number " + (range().isEmpty() ? "that is finite" : range()))
                        .toString());
            }
        }
        return value;
    }

    /** The smallest admissible value or open bound; negative infinity if there is none. */
    public double low() {
        return low;
    }

    /** The largest admissible value or open bound; infinity if there is none. */
    public double high() {
        return high;
    }

    /** True if {@link #low} itself is not admissible. */
    public boolean isLowOpen() {
        return lowOpen;
    }

    /** True if {@link #high} itself is not admissible. */
    public boolean isHighOpen() {
        return highOpen;
    }

    /** The range in words, such as {@code at least 1}; empty if every number is admissible. */
    public String range() {
        String from = Double.isInfinite(low) ? "" : (lowOpen ? "above " : "at least ") + plain(low);
        String to = Double.isInfinite(high) ? "" : (highOpen ? "below " : "at most ") + plain(high);
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    @Override
    public String toString() {
        return name;
    }
}
