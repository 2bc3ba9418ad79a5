package org.rnn4j.core.data;

import java.util.Locale;

/** A symbol that no text contains, or only to mean the same. */
public enum SpecialSymbol {
    /** Stands before the first symbol of a sequence and after its last. */
    END("<EOS>"),
    /** Stands for every symbol that is not in the vocabulary. */
    UNKNOWN("<UNK>"),
    /** Stands for a step that is not there; no model reads it or says it. */
    PADDING("<PAD>");

    private final String text;

    SpecialSymbol(String text) {
        this.text = text;
    }

    /** How it is written: {@code <EOS>}. */
    public String text() {
        return text;
    }

    /** The name in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
