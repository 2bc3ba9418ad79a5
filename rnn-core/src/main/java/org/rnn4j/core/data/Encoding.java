package org.rnn4j.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model must know of its data, and remember for as long as it lives: what it reads, and what it says.
 *
 * @param input what the network reads at each step
 * @param target what it says
 * @param targetLength when it says so: at each step, once a sequence, or a sequence of its own length
 * @param source what it has read as a whole before it says anything, if there is such a thing
 * @param sides what it reads besides at each step, by name; its layers ask for it by {@code Step.side}
 */
public record Encoding(
        Feature input, Feature target, TargetLength targetLength, Optional<Source> source, Map<String, Feature> sides) {
    /** The name by which batches and networks know the source of pairs. */
    public static final String SOURCE = "source";

    /**
     * What a network says something to: the sentence to translate, the class to invent an example of.
     *
     * @param feature what it consists of
     * @param perStep true for a sequence of a length of its own, false for one symbol or vector
     */
    public record Source(Feature feature, boolean perStep) {
        @Override
        public String toString() {
            return (perStep ? "sequences of " : "one of ") + feature;
        }
    }

    /** Copies the map, keeping its order. */
    public Encoding {
        sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
    }

    /** Data without a source and side inputs. */
    public Encoding(Feature input, Feature target, TargetLength targetLength) {
        this(input, target, targetLength, Optional.empty(), Map.of());
    }

    /** Data without a source and side inputs, with a target at each step or one for the whole sequence. */
    public Encoding(Feature input, Feature target, boolean targetPerStep) {
        this(input, target, targetPerStep ? TargetLength.STEPS : TargetLength.ONE);
    }

    /** True if there is a target at each step. */
    public boolean targetPerStep() {
        return targetLength == TargetLength.STEPS;
    }

    /** The next symbol after each symbol, given a source: as in translation. */
    public static Encoding pairs(Source source, Vocabulary vocabulary) {
        Feature symbols = new Feature.Symbols(vocabulary);
        return new Encoding(symbols, symbols, TargetLength.STEPS, Optional.of(source), Map.of());
    }

    /** The same with vectors that are read besides at each step. */
    public Encoding withSide(String name, Feature side) {
        Map<String, Feature> more = new LinkedHashMap<>(sides);
        more.put(name, side);
        return new Encoding(input, target, targetLength, source, more);
    }

    /** The next symbol after each symbol. */
    public static Encoding nextSymbol(Vocabulary vocabulary) {
        Feature symbols = new Feature.Symbols(vocabulary);
        return new Encoding(symbols, symbols, true);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws org.rnn4j.api.ModelFormatException if it is anything else
     */
    public static Encoding fromJson(String json) {
        return EncodingJson.read(json);
    }

    /** The encoding as JSON on one line, its vocabularies included. */
    public String toJson() {
        return EncodingJson.write(this);
    }

    /** The vocabulary of what the network reads, if it reads symbols. */
    public Optional<Vocabulary> vocabulary() {
        return input instanceof Feature.Symbols symbols ? Optional.of(symbols.vocabulary()) : Optional.empty();
    }

    /** The vocabulary of the source, if there is one and it is symbols. */
    public Optional<Vocabulary> sourceVocabulary() {
        return source.map(Source::feature)
                .filter(Feature::isSymbols)
                .map(feature -> ((Feature.Symbols) feature).vocabulary());
    }

    /** True if what the network says is the next one of the symbols that it reads. */
    public boolean isNextSymbol() {
        return input.isSymbols() && targetPerStep() && input.equals(target);
    }
}
