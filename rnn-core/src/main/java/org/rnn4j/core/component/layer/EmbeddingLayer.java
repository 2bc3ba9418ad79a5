package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Operations.matmul;

import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Initializer;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Parameter.Role;

/**
 * A trained vector for each symbol of the vocabulary.
 *
 * <p>One step:
 * <pre>
 * e = E x
 * </pre>
 *
 * <p>Variant: x is one-hot, so that e is a column of E, as in the course; PyTorch and Keras keep the transpose.
 *
 * <p>Shapes: x an index below vocabularySize, e [size]: [T, B] to [T, B, size].
 *
 * <p>Parameters: E [size, vocabularySize] normal with standard deviation 1, as in PyTorch.
 *
 * <p>Edge cases: the one-hot x is never materialised; an input that is not one-hot is an error.
 *
 * <p>Source: Bengio et al. 2003, JMLR 3:1137.
 */
public final class EmbeddingLayer implements Layer {
    private final int size;
    private final Initializer initializer;

    private EmbeddingLayer(int size, Initializer initializer) {
        this.size = EmbeddingLayerProvider.SIZE.checked(size);
        this.initializer = initializer;
    }

    /** Vectors of a size. */
    public static EmbeddingLayer of(int size) {
        return new EmbeddingLayer(size, Initializer.normal(1));
    }

    /** The same with other first vectors. */
    public EmbeddingLayer withInitializer(Initializer other) {
        return new EmbeddingLayer(size, other);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        if (!x.isOneHot()) {
            throw new CellDefinitionException(ErrorMessage.of("An embedding of values that are not indices")
                    .fact("given", x.size() + " numbers a step")
                    .fix("use embedding as the first layer after symbols, and dense for numbers")
                    .toString());
        }
        return flow.map(x, this::embed);
    }

    private void embed(Step t) {
        Matrix e = t.matrix("E", Role.INPUT, size, t.input().size());
        t.initialize(e, initializer);
        t.output(matmul(e, t.input()));
    }
}
