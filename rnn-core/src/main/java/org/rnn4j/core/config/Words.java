package org.rnn4j.core.config;

import com.google.common.base.Joiner;
import org.rnn4j.api.Option;

/** What an option takes, in words. */
final class Words {
    private final Registry registry;

    Words(Registry registry) {
        this.registry = registry;
    }

    /** The kind: {@code a whole number}, {@code one of sum, mean}, {@code a list of cells}. */
    String kind(Option<?> option) {
        return switch (option.kind()) {
            case INTEGERS -> "a list of whole numbers";
            case NUMBERS -> "a list of numbers";
            case TEXTS -> "a list of texts";
            case COMPONENTS ->
                "a list of " + registry.family(option.valueType()).many();
            default -> single(option);
        };
    }

    /** The kind of the value itself, or of a list's elements. */
    String single(Option<?> option) {
        return switch (option.kind()) {
            case INTEGER, INTEGERS -> "a whole number";
            case NUMBER, NUMBERS -> "a number";
            case BOOLEAN -> "true or false";
            case TEXT, TEXTS -> "a text";
            case PATH -> "a path";
            case CHOICE -> "one of " + Joiner.on(", ").join(option.choices());
            case COMPONENT, COMPONENTS -> registry.family(option.valueType()).one();
        };
    }

    /** The kind and the range: {@code a whole number, at least 1}. */
    String wanted(Option<?> option) {
        return isList(option) ? kind(option) + range(option, ", each ") : wantedSingle(option);
    }

    /** The same for the value itself, or for a list's elements. */
    String wantedSingle(Option<?> option) {
        return single(option) + range(option, ", ");
    }

    private static String range(Option<?> option, String before) {
        return option.range().isEmpty() ? "" : before + option.range();
    }

    private static boolean isList(Option<?> option) {
        return switch (option.kind()) {
            case INTEGERS, NUMBERS, TEXTS, COMPONENTS -> true;
            default -> false;
        };
    }
}
