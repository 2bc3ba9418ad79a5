package org.rnn4j.core.decode;

import java.util.Arrays;

/** A rule for the next symbol, such as one that is never to appear. Depends on its arguments only. */
@FunctionalInterface
public interface Constraint {
    /**
     * Changes the logits of the next symbol; negative infinity forbids a symbol.
     *
     * @param symbols those so far, prefix included; not to be changed
     * @param logits one for each symbol
     */
    void restrict(int[] symbols, double[] logits);

    /** No rule. */
    static Constraint none() {
        return (symbols, logits) -> {};
    }

    /** Some symbols never appear. */
    static Constraint without(int... forbidden) {
        int[] copy = forbidden.clone();
        return (symbols, logits) -> Arrays.stream(copy).forEach(s -> logits[s] = Double.NEGATIVE_INFINITY);
    }

    /** This rule, then another one. */
    default Constraint and(Constraint other) {
        return (symbols, logits) -> {
            restrict(symbols, logits);
            other.restrict(symbols, logits);
        };
    }
}
