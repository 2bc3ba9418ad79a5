package org.rnn4j.core.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rnn4j.api.Option;
import org.rnn4j.core.config.ConfigNode.BooleanNode;
import org.rnn4j.core.config.ConfigNode.ListNode;
import org.rnn4j.core.config.ConfigNode.NumberNode;
import org.rnn4j.core.config.ConfigNode.TextNode;

/** Reads the value of one option: one method per kind. */
final class ValueReader {
    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    /**
     * A value, as {@link org.rnn4j.api.Config#get} returns it.
     *
     * @param value the value
     * @param components what it was made from, for a component or a list of them; otherwise empty
     */
    record Value(Object value, List<Component<?>> components) {
        static Value of(Object value) {
            return new Value(value, List.of());
        }

        Value maybe() {
            return new Value(Optional.of(value), components);
        }
    }

    private final ConfigReader reader;
    private final Mistakes mistakes;

    ValueReader(ConfigReader reader, Mistakes mistakes) {
        this.reader = reader;
        this.mistakes = mistakes;
    }

    Value read(Option<?> option, ConfigNode node) {
        return switch (option.kind()) {
            case INTEGER -> Value.of(integer(option, node));
            case NUMBER -> Value.of(number(option, node));
            case BOOLEAN -> Value.of(bool(option, node));
            case TEXT -> Value.of(text(option, node));
            case PATH -> Value.of(path(option, node));
            case CHOICE -> Value.of(choice(option, node));
            case INTEGERS -> Value.of(list(option, node, this::integer));
            case NUMBERS -> Value.of(list(option, node, this::number));
            case TEXTS -> Value.of(list(option, node, this::text));
            case COMPONENT -> component(option, node);
            case COMPONENTS -> components(option, node);
        };
    }

    /** Whole numbers may be written as 3.0 or 1e3. */
    private Integer integer(Option<?> option, ConfigNode node) {
        if (!(node instanceof NumberNode n)) throw mistakes.wrongSingle(option, node);
        BigDecimal number = n.number();
        // The bounds come first: after them, the digits before the point are few.
        if (number.compareTo(LARGEST_INTEGER) > 0) throw mistakes.outOfRange(withinIntegers(option), node);
        if (number.compareTo(LEAST_INTEGER) < 0) throw mistakes.outOfRange(withinIntegers(option), node);
        if (number.stripTrailingZeros().scale() > 0) throw mistakes.wrongSingle(option, node);
        if (!option.admits(number.doubleValue())) throw mistakes.outOfRange(option, node);
        return number.intValueExact();
    }

    private static Option<?> withinIntegers(Option<?> option) {
        Option<?> low = option.low() < Integer.MIN_VALUE ? option.atLeast(Integer.MIN_VALUE) : option;
        return low.high() > Integer.MAX_VALUE ? low.atMost(Integer.MAX_VALUE) : low;
    }

    private Double number(Option<?> option, ConfigNode node) {
        if (!(node instanceof NumberNode n)) throw mistakes.wrongSingle(option, node);
        double number = n.number().doubleValue();
        if (Double.isInfinite(number) || !option.admits(number)) throw mistakes.outOfRange(option, node);
        return number;
    }

    private Boolean bool(Option<?> option, ConfigNode node) {
        if (node instanceof BooleanNode bool) return bool.value();
        throw mistakes.wrongSingle(option, node);
    }

    private String text(Option<?> option, ConfigNode node) {
        if (node instanceof TextNode text) return text.text();
        throw mistakes.wrongSingle(option, node);
    }

    private Path path(Option<?> option, ConfigNode node) {
        String text = text(option, node);
        if (text.isBlank()) throw mistakes.wrongSingle(option, node);
        try {
            return node.place().source().folder().resolve(text);
        } catch (InvalidPathException e) {
            throw mistakes.wrongSingle(option, node);
        }
    }

    private Object choice(Option<?> option, ConfigNode node) {
        String word = text(option, node);
        for (Object constant : option.valueType().getEnumConstants()) {
            if (constant.toString().equals(word)) return constant;
        }
        throw mistakes.unknownChoice(option, word, node.place());
    }

    private <E> List<E> list(Option<?> option, ConfigNode node, BiFunction<Option<?>, ConfigNode, E> element) {
        if (!(node instanceof ListNode list)) throw mistakes.wrongKind(option, node);
        return list.elements().stream().map(e -> element.apply(option, e)).toList();
    }

    private Value component(Option<?> option, ConfigNode node) {
        Component<?> component = reader.component(node, option.valueType());
        return new Value(component.value(), List.of(component));
    }

    private Value components(Option<?> option, ConfigNode node) {
        if (!(node instanceof ListNode list)) throw mistakes.wrongKind(option, node);
        if (list.elements().isEmpty()) throw mistakes.emptyList(option, node.place());
        List<Component<?>> components = list.elements().stream()
                .<Component<?>>map(e -> reader.component(e, option.valueType()))
                .toList();
        return new Value(components.stream().map(Component::value).toList(), components);
    }
}
