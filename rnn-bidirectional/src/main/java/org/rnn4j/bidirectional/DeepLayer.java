package org.rnn4j.bidirectional;

import java.util.Collections;
import java.util.List;
import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.api.Sequence;

/**
 * A stack of layers, each reading what the one below gives.
 *
 * <p>The flow, for k = 1 … depth - 1:
 * <pre>
 * y_0 = layer_0(x)
 * y_k = layer_k(dropout(y_{k-1}))
 * </pre>
 *
 * <p>Variant: dropout between the layers only, not before the first nor after the last, as in PyTorch. Residual: each layer
 * adds to what it reads, y_0 = x + layer_0(x) and y_k = y_{k-1} + layer_k(dropout(y_{k-1})); what goes past a layer is not
 * dropped.
 *
 * <p>Shapes: [T, B, size] to the last layer's [T, B, outputSize], or [B, outputSize]. Widths are free, except that residual
 * layers give the size that they read.
 *
 * <p>Parameters: those of the inner layers, below {@code layers.0.}, {@code layers.1.}, …
 *
 * <p>Edge cases: a depth of 1 is the layer itself.
 *
 * <p>Source: Graves et al. 2013, doi:10.1109/ICASSP.2013.6638947; dropout: Zaremba et al. 2014, arXiv:1409.2329, one mask
 * for each sequence: Gal and Ghahramani 2016, arXiv:1512.05287; residual: Wu et al. 2016, arXiv:1609.08144, eq. 6.
 */
public final class DeepLayer implements Layer {
    private final List<Layer> layers;
    private final boolean residual;
    private final double dropout;
    private final boolean dropoutPerSequence;
    private final Returns returns;

    private DeepLayer(
            List<Layer> layers, boolean residual, double dropout, boolean dropoutPerSequence, Returns returns) {
        this.layers = layers;
        this.residual = residual;
        this.dropout = DeepLayerProvider.DROPOUT.checked(dropout);
        this.dropoutPerSequence = dropoutPerSequence;
        this.returns = returns;
    }

    /** A stack of these layers, the first one at the bottom. */
    public static DeepLayer of(List<Layer> layers) {
        DeepLayerProvider.DEPTH_RANGE.checked(layers.size());
        return new DeepLayer(List.copyOf(layers), false, 0, false, Returns.ALL);
    }

    /** A stack of cells of one kind. */
    public static DeepLayer of(Cell cell, int depth) {
        Layer layer = (flow, x) -> flow.scan(cell, x);
        return of(Collections.nCopies(DeepLayerProvider.DEPTH_RANGE.checked(depth), layer));
    }

    /** The same with or without a way past each layer. */
    public DeepLayer withResidual(boolean past) {
        return new DeepLayer(layers, past, dropout, dropoutPerSequence, returns);
    }

    /** The same with a dropout rate between the layers. */
    public DeepLayer withDropout(double rate) {
        return new DeepLayer(layers, residual, rate, dropoutPerSequence, returns);
    }

    /** The same with one mask for each sequence, or a new one at each step. */
    public DeepLayer withDropoutPerSequence(boolean perSequence) {
        return new DeepLayer(layers, residual, dropout, perSequence, returns);
    }

    /** The same that gives all outputs, or the last. */
    public DeepLayer withReturns(Returns which) {
        return new DeepLayer(layers, residual, dropout, dropoutPerSequence, which);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        Sequence y = x;
        for (int k = 0; k < layers.size(); k++) {
            Sequence read = k == 0 || dropout == 0 ? y : flow.layer("dropout." + k, this::dropped, y);
            Sequence given = flow.layer("layers." + k, layers.get(k), read);
            y = residual ? sum(flow, k, y, given) : given;
        }
        return returns.of(flow, y);
    }

    private Sequence dropped(Flow flow, Sequence x) {
        return flow.map(x, t -> t.output(t.dropout(t.input(), dropout, dropoutPerSequence)));
    }

    private static Sequence sum(Flow flow, int k, Sequence read, Sequence given) {
        if (read.hasTime() == given.hasTime() && read.size() == given.size()) return flow.plus(read, given);
        throw new CellDefinitionException(ErrorMessage.of("Layer " + k + " of a residual stack changes the shape")
                .fact("reads", described(read))
                .fact("gives", described(given))
                .fix(
                        "give all layers the size of the input, put a dense layer of that size before the stack, or leave out"
                                + " residual")
                .toString());
    }

    private static String described(Sequence y) {
        return y.hasTime() ? "sequences [T, B, " + y.size() + "]" : "vectors [B, " + y.size() + "]";
    }
}
