package org.rnn4j.core.data;

import java.util.Optional;

/**
 * What a model must know of its data, and remember for as long as it lives: what it reads, and what it says.
 *
 * @param input what the network reads at each step
 * @param target what it says
 * @param targetPerStep true if it says so at each step, false for once a sequence
 */
public record Encoding(Feature input, Feature target, boolean targetPerStep) {
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

    /** True if what the network says is the next one of the symbols that it reads. */
    public boolean isNextSymbol() {
        return input.isSymbols() && targetPerStep && input.equals(target);
    }
}
