package org.rnn4j.core.data;

import org.rnn4j.api.Option;

/** What the steps of a sequence are: symbols of a vocabulary, or vectors of numbers. Immutable. */
public sealed interface Feature {
    /** Number of symbols, or of numbers in a vector. */
    int size();

    /** One of some symbols at each step. */
    record Symbols(Vocabulary vocabulary) implements Feature {
        @Override
        public int size() {
            return vocabulary.size();
        }

        @Override
        public String toString() {
            return vocabulary.toString();
        }
    }

    /**
     * A vector at each step.
     *
     * @param size at least 1
     */
    record Numbers(int size) implements Feature {
        private static final Option<Integer> SIZE =
                Option.integer("size", "numbers in a vector").atLeast(1);

        /** Checks the size. */
        public Numbers {
            SIZE.checked(size);
        }

        @Override
        public String toString() {
            return size + (size == 1 ? " number" : " numbers");
        }
    }

    /** True for symbols. */
    default boolean isSymbols() {
        return this instanceof Symbols;
    }
}
