package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Operations.concat;

import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;

/**
 * Puts a side input of the data beside what the layer below gives.
 *
 * <p>One step:
 * <pre>
 * y = [x, s]
 * </pre>
 *
 * <p>Shapes: x [inputSize], s [size]: [T, B, inputSize] to [T, B, inputSize + size].
 *
 * <p>Parameters: none.
 *
 * <p>Edge cases: x that is one-hot is an error; it needs an embedding first.
 */
public final class SideLayer implements Layer {
    private final String name;
    private final int size;

    private SideLayer(String name, int size) {
        this.name = name;
        this.size = SideLayerProvider.SIZE.checked(size);
    }

    /** The side input of a name, which has so many numbers at each step. */
    public static SideLayer of(String name, int size) {
        return new SideLayer(name, size);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        if (x.isOneHot()) {
            throw new CellDefinitionException(ErrorMessage.of("A side input beside values that are indices")
                    .fact("side input", name)
                    .fix("put an embedding below it")
                    .toString());
        }
        return flow.map(x, t -> t.output(concat(t.input(), t.side(name, size))));
    }
}
