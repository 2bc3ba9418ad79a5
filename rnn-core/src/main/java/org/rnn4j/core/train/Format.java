package org.rnn4j.core.train;

/** The formats of configuration that are known. */
enum Format {
    /** The first one. */
    RNN4J_1("rnn4j/1");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return word;
    }
}
