package org.rnn4j.core.component.layer;

import org.rnn4j.api.Cell;
import org.rnn4j.api.Flow;
import org.rnn4j.api.Layer;
import org.rnn4j.api.Returns;
import org.rnn4j.api.Sequence;

/**
 * Runs a cell along time.
 *
 * <p>The flow, for t = 1 … T, from the cell's initial state:
 * <pre>
 * state_t, y_t = cell(x_t, state_{t-1})
 * </pre>
 *
 * <p>Variant: all outputs y_1 … y_T, or only that of each example's last step; dropout of input and state, and zoneout, as
 * {@link TemporalDropout} says.
 *
 * <p>Shapes: [T, B, inputSize] to [T, B, outputSize], or [B, outputSize] for the last.
 *
 * <p>Parameters: those of the cell, below {@code cell.}.
 *
 * <p>Edge cases: steps past an example's length leave its state as it is; the last output of an example of length 0 is 0.
 *
 * <p>Source: Elman 1990, doi:10.1207/s15516709cog1402_1.
 */
public final class RecurrentLayer implements Layer {
    private final Cell cell;
    private final Returns returns;
    private final TemporalDropout dropout;

    private RecurrentLayer(Cell cell, Returns returns, TemporalDropout dropout) {
        this.cell = cell;
        this.returns = returns;
        this.dropout = dropout;
    }

    /** A layer that gives the cell's output at every step. */
    public static RecurrentLayer of(Cell cell) {
        return new RecurrentLayer(cell, Returns.ALL, TemporalDropout.none());
    }

    /** The same that gives all outputs, or the last. */
    public RecurrentLayer withReturns(Returns which) {
        return new RecurrentLayer(cell, which, dropout);
    }

    /** The same with dropout within the cell. */
    public RecurrentLayer withDropout(TemporalDropout rates) {
        return new RecurrentLayer(cell, returns, rates);
    }

    @Override
    public Sequence apply(Flow flow, Sequence x) {
        return returns.of(flow, flow.scan(dropout.within(cell), x));
    }
}
