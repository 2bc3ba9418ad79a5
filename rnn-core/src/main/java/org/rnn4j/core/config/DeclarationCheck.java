package org.rnn4j.core.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;

/** Checks what a provider or section declares, before any configuration is read by it. */
final class DeclarationCheck {
    /** The key that names a component's type. */
    static final String TYPE = "type";

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final String NAMES = "names are a small letter, then letters and digits, like hiddenSize";

    private DeclarationCheck() {}

    static void check(Family<?> family, Provider<?> provider) {
        String who = family + " type '" + provider.type() + "'";
        String by = provider.getClass().getName() + " in " + Origin.of(provider).location();
        if (!isName(provider.type())) throw error("Bad name of " + who, by, NAMES);
        check(provider.options(), who, by);
    }

    static void check(List<Option<?>> options, String who, String by) {
        Set<String> names = new HashSet<>();
        for (Option<?> option : options) {
            String which = "option '" + option.name() + "' of " + who;
            if (!isName(option.name())) throw error("Bad name of " + which, by, NAMES);
            if (option.name().equals(TYPE)) throw error("Bad name of " + which, by, "'type' names the component");
            if (!names.add(option.name())) throw error("Twice: " + which, by, "declare an option once");
            option.defaultValue().ifPresent(value -> checkDefault(option, value, which, by));
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static void checkDefault(Option<?> option, Object value, String which, String by) {
        List<?> numbers = value instanceof List<?> list ? list : List.of(value);
        for (Object number : numbers) {
            if (number instanceof Number n && !option.admits(n.doubleValue())) {
                throw error("The default " + number + " is out of range: " + which, by, "give " + option.range());
            }
        }
    }

    private static ConfigException error(String headline, String by, String fix) {
        return new ConfigException(
                ErrorMessage.of(headline).fact("declared by", by).fix(fix).toString());
    }
}
