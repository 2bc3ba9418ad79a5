package org.rnn4j.core.component.layer;

import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * Drops elements at random while training.
 *
 * <p>One step, m being 0 with probability {@code rate}, else 1 / (1 - rate):
 * <pre>
 * y = m ∘ x
 * </pre>
 *
 * <p>Variant: a new m at every step, or one for each sequence (variational dropout). Outside training y = x.
 *
 * <p>Shapes: those of x.
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: rate 0 changes nothing.
 *
 * <p>Source: Srivastava et al. 2014, JMLR 15:1929; one mask for each sequence: Gal and Ghahramani 2016, arXiv:1512.05287.
 */
public final class DropoutLayer implements Layer {
    private final double rate;
    private final boolean perSequence;

    private DropoutLayer(double rate, boolean perSequence) {
        this.rate = DropoutLayerProvider.RATE.checked(rate);
        this.perSequence = perSequence;
    }

    /** A new mask at every step. */
    public static DropoutLayer of(double rate) {
        return new DropoutLayer(rate, false);
    }

    /** The same with one mask for each sequence, or a new one at every step. */
    public DropoutLayer withPerSequence(boolean one) {
        return new DropoutLayer(rate, one);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return flow.map(x, t -> t.output(t.dropout(t.input(), rate, perSequence)));
    }
}
