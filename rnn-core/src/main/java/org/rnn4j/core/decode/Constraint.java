package org.rnn4j.core.decode;

import java.util.Arrays;
import org.rnn4j.api.Option;

/** A rule for the next symbol, such as one that is never to appear. Depends on its arguments only. */
@FunctionalInterface
public interface Constraint {
    /** Length of what must not repeat. */
    Option<Integer> REPEATING = Option.integer("noRepeat", "symbols in a row that must not appear twice")
            .atLeast(1);

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

    /**
     * No n symbols in a row appear twice: a symbol is forbidden that would complete what stands in the sequence already, the
     * prefix included. The end is never forbidden, for it is not part of a sequence; without one, and with few symbols,
     * there may be nothing left to choose.
     *
     * <p>Source: Paulus, Xiong and Socher 2017, arXiv:1705.04304, section 2.5, with n = 3.
     *
     * @param n at least 1; 1 lets no symbol appear twice
     */
    static Constraint withoutRepeating(int n) {
        REPEATING.checked(n);
        return (symbols, logits) -> {
            int tail = symbols.length - (n - 1);
            for (int start = 0; start + n - 1 < symbols.length && tail >= 0; start++) {
                boolean same = Arrays.equals(symbols, start, start + n - 1, symbols, tail, symbols.length);
                if (same) logits[symbols[start + n - 1]] = Double.NEGATIVE_INFINITY;
            }
        };
    }

    /** This rule, then another one. */
    default Constraint and(Constraint other) {
        return (symbols, logits) -> {
            restrict(symbols, logits);
            other.restrict(symbols, logits);
        };
    }
}
