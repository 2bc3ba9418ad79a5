package org.rnn4j.core.component.layer;

import static org.rnn4j.api.expr.Operations.matmul;

import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Sequence;
import org.rnn4j.api.Step;
import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;

/**
 * A logit for each symbol from the very vectors that an embedding reads symbols by: one matrix, learnt from both sides.
 *
 * <p>One step, E [size, vocabularySize] being the embedding's matrix:
 * <pre>
 * p = W_xp x                   only if x is not of the embedding's size, else p = x
 * y = Eᵀ p / √size + b_y
 * </pre>
 *
 * <p>Variant: the division keeps logits of vectors with elements of size 1, as an embedding draws them, at that size.
 *
 * <p>Shapes: x [inputSize], y [vocabularySize]: [T, B, inputSize] to [T, B, vocabularySize].
 *
 * <p>Parameters: W_xp [size, inputSize] Glorot uniform, if needed; b_y [vocabularySize] 0; E is the embedding's.
 *
 * <p>Edge cases: a name that no layer below has is an error.
 *
 * <p>Source: Press and Wolf 2017, doi:10.18653/v1/E17-2025; Inan et al. 2017, arXiv:1611.01462; the scale: Vaswani et al. 2017,
 * arXiv:1706.03762, section 3.4, where it stands on the embedding's side.
 */
public final class TiedOutputLayer implements Layer {
    private final String embedding;

    private TiedOutputLayer(String embedding) {
        this.embedding = embedding;
    }

    /** Logits from an embedding's matrix, by its full name such as {@code layers.0.E}. */
    public static TiedOutputLayer of(String embedding) {
        return new TiedOutputLayer(embedding);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return flow.map(flow.map(x, this::project), this::logits);
    }

    private void project(Step t) {
        int size = vectors(t).rows();
        Node p = t.input().size() == size ? t.input() : t.linear("p", size, t.input());
        t.output(p.times(1 / Math.sqrt(size)));
    }

    private Matrix vectors(Step t) {
        try {
            return t.shared(embedding);
        } catch (CellDefinitionException e) {
            throw new CellDefinitionException(
                    ErrorMessage.of("Logits are tied to the matrix '" + embedding + "', which no layer below has")
                            .fix("let the first layer be an embedding, or do not tie them")
                            .toString(),
                    e);
        }
    }

    private void logits(Step t) {
        Matrix vectors = vectors(t).transpose();
        t.output(matmul(vectors, t.input()).plus(t.vector("b_y", vectors.rows())));
    }
}
