package org.rnn4j.core.engine;

/** In which kind of numbers a network computes. */
public enum Precision {
    /** Single precision: fast, the usual choice. */
    FLOAT32("float32"),
    /** Double precision: for small models, exactness and debugging. */
    FLOAT64("float64");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return word;
    }
}
