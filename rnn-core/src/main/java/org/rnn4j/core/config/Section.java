package org.rnn4j.core.config;

import java.util.ArrayList;
import java.util.List;
import org.rnn4j.api.Option;

/**
 * A part of a configuration with fixed keys, such as {@code "training"}: options, declared as a provider declares them,
 * and further sections.
 *
 * <pre>
 * static final Option&lt;Integer&gt; EPOCHS = Option.integer("epochs", "passes over the data").atLeast(1).orElse(10);
 * static final Section TRAINING = Section.of("training", "how to train", EPOCHS, BATCH_SIZE);
 * static final Section EXPERIMENT = Section.of("experiment", "a whole configuration", SEED, MODEL).with(TRAINING);
 * </pre>
 *
 * <p>A section may be left out if nothing in it is required. Immutable.
 */
public final class Section {
    private final String name;
    private final String doc;
    private final List<Option<?>> options;
    private final List<Section> sections;
    private final boolean optional;

    private Section(String name, String doc, List<Option<?>> options, List<Section> sections, boolean optional) {
        this.name = name;
        this.doc = doc;
        this.options = options;
        this.sections = sections;
        this.optional = optional;
    }

    /**
     * A section.
     *
     * @param name its key; of a whole configuration, what messages call it
     * @param doc one line about it
     * @param options its options, in the order in which they are written
     */
    public static Section of(String name, String doc, Option<?>... options) {
        DeclarationCheck.check(List.of(options), "section '" + name + "'", "RNN4J");
        return new Section(name, doc, List.of(options), List.of(), false);
    }

    /** The same section with others in it, after its options. */
    public Section with(Section... inner) {
        List<Section> all = new ArrayList<>(sections);
        all.addAll(List.of(inner));
        return new Section(name, doc, options, List.copyOf(all), optional);
    }

    /** The same section, which may be left out, and then has no values at all; see {@link SectionConfig#has(Section)}. */
    public Section maybe() {
        return new Section(name, doc, options, sections, true);
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** One line about it. */
    public String doc() {
        return doc;
    }

    /** The options, in order. */
    public List<Option<?>> options() {
        return options;
    }

    /** The sections in it, in order. */
    public List<Section> sections() {
        return sections;
    }

    /** True if the section has no values when it is left out. */
    public boolean isMaybe() {
        return optional;
    }

    /** True if something in it must be given. */
    public boolean isRequired() {
        return !optional
                && (options.stream().anyMatch(Option::isRequired)
                        || sections.stream().anyMatch(Section::isRequired));
    }

    @Override
    public String toString() {
        return name;
    }
}
