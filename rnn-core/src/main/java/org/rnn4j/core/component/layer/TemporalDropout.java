package org.rnn4j.core.component.layer;

import org.rnn4j.api.Cell;
import org.rnn4j.api.CellDefinitionException;
import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.Option;

/**
 * Dropout within any cell as it runs along time, while training.
 *
 * <p>The equations, with masks d that hold 0 with the rate p, else 1 / (1 - p):
 * <pre>
 * x_t  becomes  d_x ∘ x_t          one mask for each sequence
 * h    becomes  d_h ∘ h            what the cell reads as its previous state h; one mask for each sequence
 * s_t  becomes  s_{t-1} + (1 - z) d_t ∘ (s_t - s_{t-1})    every state; a mask of rate z for each step
 * </pre>
 *
 * <p>The last line is zoneout: with the probability z an element of a state stays as it was. Without training, masks are 1,
 * and states are the mean of both.
 *
 * <p>Variant: one mask serves all gates. Other states than h, such as an LSTM's c, are not dropped, or memory would be lost.
 * States with a value at every position of a memory, such as an attention's coverage, are neither dropped nor zoned out.
 * What a cell computes from a state's next value sees it zoned out.
 *
 * <p>Edge cases: rates of 0 leave a cell as it is. Input that is indices cannot be dropped.
 *
 * <p>Source: Gal and Ghahramani 2016, arXiv:1512.05287, equation 7; zoneout: Krueger et al. 2017, arXiv:1606.01305,
 * equations 2 to 4.
 *
 * @param input p of the input
 * @param state p of the state h
 * @param zoneout z
 */
public record TemporalDropout(double input, double state, double zoneout) {
    /** Rate of the input. */
    public static final Option<Double> INPUT = Option.number(
                    "inputDropout", "probability that an element of the input is dropped from a whole sequence")
            .atLeast(0)
            .below(1)
            .orElse(0.0);
    /** Rate of the state. */
    public static final Option<Double> STATE = Option.number(
                    "stateDropout", "probability that an element of the state h is dropped from a whole sequence")
            .atLeast(0)
            .below(1)
            .orElse(0.0);
    /** Rate of zoneout. */
    public static final Option<Double> ZONEOUT = Option.number(
                    "zoneout", "probability that an element of a state stays as it was at a step")
            .atLeast(0)
            .below(1)
            .orElse(0.0);

    /** Checks the ranges. */
    public TemporalDropout {
        INPUT.checked(input);
        STATE.checked(state);
        ZONEOUT.checked(zoneout);
    }

    /** Nothing is dropped. */
    public static TemporalDropout none() {
        return new TemporalDropout(0, 0, 0);
    }

    /** The cell with what is to be dropped. */
    Cell within(Cell cell) {
        if (equals(none())) return cell;
        return t -> {
            DroppedStep step = new DroppedStep(t, this);
            cell.step(step);
            if (state > 0 && !step.hasHidden()) {
                throw new CellDefinitionException(ErrorMessage.of("stateDropout for a cell without a state h")
                        .fix("leave it out, or use zoneout, which concerns every state")
                        .toString());
            }
        };
    }
}
