package org.rnn4j.core.component.layer;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * The steps of each example in the opposite order.
 *
 * <p>The flow, for t = 1 … T, T being the example's own length:
 * <pre>
 * y_t = x_{T + 1 - t}
 * </pre>
 *
 * <p>Variant: padding stays at the end.
 *
 * <p>Shapes: those of x.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: lengths 0 and 1 change nothing.
 *
 * <p>Source: Sutskever et al. 2014, arXiv:1409.3215, section 3.3, for reading a sentence backwards.
 */
public final class ReverseLayer implements Layer {
    private ReverseLayer() {}

    /** The layer. */
    public static ReverseLayer of() {
        return new ReverseLayer();
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return flow.reverse(x);
    }
}
