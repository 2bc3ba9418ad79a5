package org.rnn4j.bidirectional;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.api.Sequence;

/**
 * Reads every sequence in both directions, with two layers that share no parameters.
 *
 * <p>The flow:
 * <pre>
 * forward  = forwardLayer(x)
 * backward = reverse(backwardLayer(reverse(x)))
 * y        = merge(forward, backward)
 * </pre>
 *
 * <p>Variant: as in PyTorch and Keras. Where an inner layer gives one vector, or with {@link Returns#LAST}, the vector of
 * the backward direction is the one it ends with: that of the first step, after it has read the whole sequence.
 *
 * <p>Shapes: [T, B, size] to [T, B, outputSize], or [B, outputSize]; outputSize is the sum of both layers' sizes for concat,
 * else that of each.
 *
 * <p>Parameters: those of the inner layers, below {@code forward.} and {@code backward.}.
 *
 * <p>Edge cases: each example is reversed within its own length, so padding never comes first. Merges other than concat
 * need two outputs of one size.
 *
 * <p>Source: Schuster and Paliwal 1997, doi:10.1109/78.650093.
 */
public final class BidirectionalLayer implements Layer {
    private final Layer forward;
    private final Layer backward;
    private final Merge merge;
    private final Returns returns;

    private BidirectionalLayer(Layer forward, Layer backward, Merge merge, Returns returns) {
        this.forward = forward;
        this.backward = backward;
        this.merge = merge;
        this.returns = returns;
    }

    /** Both directions with layers of one kind. */
    public static BidirectionalLayer of(Layer layer) {
        return new BidirectionalLayer(layer, layer, Merge.CONCAT, Returns.ALL);
    }

    /** Both directions with cells of one kind. */
    public static BidirectionalLayer of(Cell cell) {
        return of((flow, x) -> flow.scan(cell, x));
    }

    /** The same with a layer of another kind for the backward direction. */
    public BidirectionalLayer withBackward(Layer layer) {
        return new BidirectionalLayer(forward, layer, merge, returns);
    }

    /** The same with another merge. */
    public BidirectionalLayer withMerge(Merge other) {
        return new BidirectionalLayer(forward, backward, other, returns);
    }

    /** The same that gives all outputs, or what each direction ends with. */
    public BidirectionalLayer withReturns(Returns which) {
        return new BidirectionalLayer(forward, backward, merge, which);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        Sequence ahead = returns.of(flow, flow.layer("forward", forward, x));
        Sequence back = returns.of(flow, flow.layer("backward", backward, flow.reverse(x)));
        check(ahead, back);
        return merge.of(flow, ahead, back.hasTime() ? flow.reverse(back) : back);
    }

    private void check(Sequence ahead, Sequence back) {
        boolean alike = ahead.hasTime() == back.hasTime() && (merge == Merge.CONCAT || ahead.size() == back.size());
        if (alike) return;
        throw new CellDefinitionException(ErrorMessage.of("The two directions cannot be merged by " + merge)
                .fact("forward", described(ahead))
                .fact("backward", described(back))
                .fix("let both layers give outputs of one kind and, unless merge is concat, of one size")
                .toString());
    }

    private static String described(Sequence y) {
        return y.hasTime() ? "sequences [T, B, " + y.size() + "]" : "vectors [B, " + y.size() + "]";
    }
}
