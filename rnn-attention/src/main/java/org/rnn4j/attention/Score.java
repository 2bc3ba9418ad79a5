package org.rnn4j.attention;

import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.tanh;

import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/** How well a position m of the memory answers a query q: one number for each position. */
public enum Score {
    /** qᵀ m; both of one size. */
    DOT("dot"),
    /** qᵀ m / √n, n being the size of both. */
    SCALED_DOT("scaledDot"),
    /** qᵀ W_ma m. */
    GENERAL("general"),
    /** v_aᵀ tanh(W_ma m + W_qa q + b_a). */
    ADDITIVE("additive");

    private final String word;

    Score(String word) {
        this.word = word;
    }

    /**
     * The scores of all positions.
     *
     * @param t where parameters are declared
     * @param size of the space in which {@link #ADDITIVE} compares
     */
    Node of(Step t, Node query, Node memory, int size) {
        return switch (this) {
            case DOT -> dot(memory, query);
            case SCALED_DOT -> dot(memory, query).times(1 / Math.sqrt(query.size()));
            case GENERAL -> dot(matmul(t.matrix("W_ma", Role.INPUT, query.size(), memory.size()), memory), query);
            case ADDITIVE -> {
                Node keys = matmul(t.matrix("W_ma", Role.INPUT, size, memory.size()), memory)
                        .plus(t.vector("b_a", size))
                        .named("keys");
                Node asked = matmul(t.matrix("W_qa", Role.INPUT, size, query.size()), query);
                yield matmul(t.matrix("v_a", Role.INPUT, 1, size), tanh(keys.plus(asked)));
            }
        };
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return word;
    }
}
