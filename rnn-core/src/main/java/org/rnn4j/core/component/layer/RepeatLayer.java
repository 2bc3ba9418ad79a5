package org.rnn4j.core.component.layer;

import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * Gives the one vector of an inner layer at every step.
 *
 * <p>The flow, for t = 1 … T:
 * <pre>
 * y_t = layer(x)
 * </pre>
 *
 * <p>Variant: where Keras' {@code RepeatVector} has a fixed number of steps, the steps here are those of this layer's own
 * input, so that lengths stay exact. With an encoder inside, a decoder after it reads the whole sequence at each step.
 *
 * <p>Shapes: [T, B, inputSize] to [T, B, size of the inner layer].
 *
 * <p>Parameters: those of the inner layer, below {@code layer.}.
 *
 * <p>Edge cases: an inner layer that gives sequences is an error.
 *
 * <p>Source: Cho et al. 2014, doi:10.3115/v1/D14-1179, whose decoder reads the summary c at each step.
 */
public final class RepeatLayer implements Layer {
    private final Layer layer;

    private RepeatLayer(Layer layer) {
        this.layer = layer;
    }

    /** Repeats what a layer gives; it gives one vector for each example. */
    public static RepeatLayer of(Layer layer) {
        return new RepeatLayer(layer);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        Sequence vector = flow.layer("layer", layer, x);
        if (vector.hasTime()) {
            throw new CellDefinitionException(ErrorMessage.of("The layer in a repeat gives sequences, not vectors")
                    .fact("given", "[T, B, " + vector.size() + "]")
                    .fix("let it return the last output, or use a pool")
                    .toString());
        }
        return flow.repeat(vector, x);
    }
}
