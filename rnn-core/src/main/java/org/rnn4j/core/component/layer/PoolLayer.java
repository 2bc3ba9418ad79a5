package org.rnn4j.core.component.layer;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * One vector from the steps of each example.
 *
 * <p>The flow, T being the example's own length:
 * <pre>
 * last: y = x_T
 * mean: y = (x_1 + … + x_T) / T
 * max:  y = max(x_1, …, x_T), element by element
 * </pre>
 *
 * <p>Variant: padding never counts.
 *
 * <p>Shapes: [T, B, size] to [B, size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: an example of length 0 gives 0.
 *
 * <p>Source: Collobert et al. 2011, JMLR 12:2493, eq. 10 for max.
 */
public final class PoolLayer implements Layer {
    /** What is kept of the steps. */
    public enum Kind {
        /** The last step. */
        LAST,
        /** The mean of all steps. */
        MEAN,
        /** The largest of all steps, element by element. */
        MAX;

        /** The name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Kind kind;

    private PoolLayer(Kind kind) {
        this.kind = kind;
    }

    /** Pools in one of the ways. */
    public static PoolLayer of(Kind kind) {
        return new PoolLayer(kind);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return switch (kind) {
            case LAST -> flow.last(x);
            case MEAN -> flow.mean(x);
            case MAX -> flow.maximum(x);
        };
    }
}
