package org.rnn4j.api;

/**
 * What a state is before the first time step, unless a caller gives another value.
 *
 * @param kind zeros, one number, or learned
 * @param value the number, for {@link Kind#CONSTANT} and as first value for {@link Kind#LEARNED}
 */
public record InitialState(Kind kind, double value) {
    /** The kinds of initial states. */
    public enum Kind {
        /** 0 everywhere. */
        ZEROS,
        /** One number everywhere. */
        CONSTANT,
        /** A trained vector, the same for all sequences. */
        LEARNED;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** 0 everywhere. */
    public static InitialState zeros() {
        return new InitialState(Kind.ZEROS, 0);
    }

    /** One number everywhere. */
    public static InitialState constant(double value) {
        return new InitialState(Kind.CONSTANT, value);
    }

    /** A trained vector, at first 0: the parameter {@code <state>_0}. */
    public static InitialState learned() {
        return new InitialState(Kind.LEARNED, 0);
    }

    /** The initial state of a kind, 0 at first. */
    public static InitialState of(Kind kind) {
        return new InitialState(kind, 0);
    }
}
