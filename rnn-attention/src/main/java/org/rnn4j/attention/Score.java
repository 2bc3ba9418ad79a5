package org.rnn4j.attention;

import static org.rnn4j.api.expr.Operations.dot;
import static org.rnn4j.api.expr.Operations.matmul;
import static org.rnn4j.api.expr.Operations.tanh;

import java.util.Optional;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * How well a position m of the memory answers a query q: one number for each position.
 *
 * <p>With coverage, how much c of the position was attended to so far counts, too.
 */
public enum Score {
    /** qᵀ m; both of one size. With coverage, + w_ka c. */
    DOT("dot"),
    /** qᵀ m / √n, n being the size of both. With coverage, + w_ka c. */
    SCALED_DOT("scaledDot"),
    /** qᵀ W_ma m. With coverage, + w_ka c. */
    GENERAL("general"),
    /** v_aᵀ tanh(W_ma m + W_qa q + b_a). With coverage, + W_ka c within the tanh. */
    ADDITIVE("additive");

    private final String word;

    Score(String word) {
        this.word = word;
    }

    /**
     * The scores of all positions.
     *
     * @param t where parameters are declared
     * @param coverage how much of each position was attended to so far, if that counts
     * @param size of the space in which {@link #ADDITIVE} compares
     */
    Node of(Step t, Node query, Node memory, Optional<Node> coverage, int size) {
        return switch (this) {
            case DOT -> covered(t, dot(memory, query), coverage);
            case SCALED_DOT -> covered(t, dot(memory, query).times(1 / Math.sqrt(query.size())), coverage);
            case GENERAL -> {
                Matrix turned = t.matrix("W_ma", Role.INPUT, query.size(), memory.size());
                yield covered(t, dot(matmul(turned, memory), query), coverage);
            }
            case ADDITIVE -> {
                Node keys = matmul(t.matrix("W_ma", Role.INPUT, size, memory.size()), memory)
                        .plus(t.vector("b_a", size))
                        .named("keys");
                Node asked = matmul(t.matrix("W_qa", Role.INPUT, size, query.size()), query);
                Optional<Node> seen = coverage.map(c -> matmul(t.matrix("W_ka", Role.INPUT, size, 1), c));
                Node sum = keys.plus(asked);
                yield matmul(
                        t.matrix("v_a", Role.INPUT, 1, size),
                        tanh(seen.map(sum::plus).orElse(sum)));
            }
        };
    }

    /** The weight w_ka begins as 0: at first nothing is covered. */
    private static Node covered(Step t, Node score, Optional<Node> coverage) {
        return coverage.map(c -> score.plus(c.times(t.vector("w_ka", Role.PEEPHOLE, 1))))
                .orElse(score);
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return word;
    }
}
