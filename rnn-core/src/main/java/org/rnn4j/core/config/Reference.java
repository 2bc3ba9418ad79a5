package org.rnn4j.core.config;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rnn4j.api.ConfigException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;
import org.rnn4j.api.Provider;

/**
 * The reference entry of a component: all that a user of its type may want to know.
 *
 * @param family {@code cell}
 * @param type {@code lstm}
 * @param summary one sentence
 * @param jar the file that it comes from, or a folder of classes
 * @param provider the name of its provider's class
 * @param options in declared order
 */
public record Reference(
        String family, String type, String summary, String jar, String provider, List<OptionEntry> options) {
    /**
     * The reference entry of an option.
     *
     * @param name the key
     * @param kind {@code a whole number}; {@code a word} if there are choices
     * @param choices the words to choose from; otherwise empty
     * @param fallback {@code required}, {@code none}, or the default as JSON; {@code built in} if it has no JSON form
     * @param range {@code at least 1}; empty if all values are allowed
     * @param doc one line
     */
    public record OptionEntry(
            String name, String kind, List<String> choices, String fallback, String range, String doc) {}

    /** Copies the options. */
    public Reference {
        options = List.copyOf(options);
    }

    /** The entries of all components, by family, then by type. */
    public static List<Reference> all(Registry registry) {
        List<Reference> all = new ArrayList<>();
        for (Family<?> family : registry.families()) {
            for (String type : registry.types(family.component())) {
                registry.provider(family.component(), type)
                        .ifPresent(provider -> all.add(entry(registry, family, provider)));
            }
        }
        return all;
    }

    /**
     * The entries of a type: usually one, more if several families have it.
     *
     * @throws ConfigException if there is none
     */
    public static List<Reference> of(Registry registry, String type) {
        List<Reference> all = all(registry);
        List<Reference> found = all.stream().filter(e -> e.type().equals(type)).toList();
        if (found.isEmpty()) {
            List<String> types =
                    all.stream().map(Reference::type).distinct().sorted().toList();
            throw new ConfigException(ErrorMessage.of("Unknown component type '" + type + "'")
                    .choices(type, types)
                    .fix("correct the name, or add the jar that provides it to the class path")
                    .toString());
        }
        return found;
    }

    private static Reference entry(Registry registry, Family<?> family, Provider<?> provider) {
        Words words = new Words(registry);
        Defaults defaults = new Defaults(registry, new ConfigReader(registry));
        List<OptionEntry> options =
                provider.options().stream().map(o -> entry(o, words, defaults)).toList();
        String jar = Origin.of(provider).name();
        return new Reference(
                family.word(),
                provider.type(),
                provider.summary(),
                jar,
                provider.getClass().getName(),
                options);
    }

    private static OptionEntry entry(Option<?> option, Words words, Defaults defaults) {
        String kind = option.choices().isEmpty() ? words.kind(option) : "a word";
        String fallback = fallback(option, defaults);
        return new OptionEntry(option.name(), kind, option.choices(), fallback, option.range(), option.doc());
    }

    private static String fallback(Option<?> option, Defaults defaults) {
        if (option.isRequired()) return "required";
        if (option.isMaybe()) return "none";
        return defaults.node(option, Place.whole(Source.CODE))
                .map(node -> node.toJson().replaceAll("\\s*\n\\s*", " "))
                .orElse("built in");
    }

    /** A table of components, one on a line, under the names of their families. */
    public static String overview(List<Reference> entries) {
        List<List<String>> rows = entries.stream()
                .map(e -> List.of(e.family(), e.type(), e.jar(), e.summary()))
                .toList();
        return table(List.of("family", "type", "from", "summary"), rows);
    }

    /** The entry as plain text: headline, summary, origin, a table of options. */
    public String render() {
        StringBuilder text = new StringBuilder(type + " (" + family + ")\n");
        text.append(summary).append('\n');
        text.append("from ").append(jar).append(", ").append(provider).append("\n\n");
        if (options.isEmpty()) return text.append("no options").toString();
        List<List<String>> rows = options.stream()
                .map(o -> List.of(o.name(), o.kind(), o.fallback(), o.range(), meaning(o)))
                .toList();
        return text.append(table(List.of("option", "kind", "default", "range", "meaning"), rows))
                .toString();
    }

    private static String meaning(OptionEntry option) {
        return option.doc() + (option.choices().isEmpty() ? "" : ": " + String.join(", ", option.choices()));
    }

    private static String table(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        return all.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            line.append(Strings.padEnd(row.get(c), widths[c] + 2, ' '));
        }
        return line.toString().stripTrailing();
    }
}
