package org.rnn4j.core.data;

import java.util.Optional;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.ModelFormatException;
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
     * @param scaling what was done to the data's numbers; empty if nothing was
     */
    record Numbers(int size, Optional<Scaling> scaling) implements Feature {
        private static final Option<Integer> SIZE =
                Option.integer("size", "numbers in a vector").atLeast(1);

        /** Checks the size. */
        public Numbers {
            SIZE.checked(size);
            if (scaling.isPresent() && scaling.get().size() != size) {
                throw new ModelFormatException(ErrorMessage.of("A scaling of another size than the vectors")
                        .fact("vectors", size)
                        .fact("scaling", scaling.get().size())
                        .toString());
            }
        }

        /** The numbers of the data as they are. */
        public Numbers(int size) {
            this(size, Optional.empty());
        }

        @Override
        public String toString() {
            return size + (size == 1 ? " number" : " numbers");
        }
    }

    /**
     * A vector at each step that tells how a word is spelt: 1 for each spelling that it has, else 0.
     *
     * @param spellings those that are known, see {@link Spelling}
     * @param size of the vector, at least the number of spellings; the rest is always 0
     */
    record Spellings(Vocabulary spellings, int size) implements Feature {
        @Override
        public String toString() {
            return size + " spellings";
        }
    }

    /** True for symbols. */
    default boolean isSymbols() {
        return this instanceof Symbols;
    }
}
