package org.rnn4j.core.engine;

import org.rnn4j.api.ErrorMessage;
import org.rnn4j.api.RnnException;

/** Errors of calls on an {@link Execution} in an order that cannot be, for every engine. */
public final class CallOrder {
    private CallOrder() {}

    /** Something is asked for before a forward run. */
    public static RnnException nothingRan() {
        return error("Nothing has been run yet", "call forward(...) first");
    }

    /** A backward run is asked for that the forward run did not prepare. */
    public static RnnException notPrepared() {
        return error(
                "The last forward run did not prepare for a backward one",
                "call forward(...) with a mode whose backward is true");
    }

    /** A loss is asked for where none is compiled. */
    public static RnnException noLoss() {
        return error("This execution has no loss", "compile it with Options that name one");
    }

    /** A backward run from a loss that was not computed. */
    public static RnnException lossFirst() {
        return error("A backward run without a loss", "call loss() after forward(...) and before backward()");
    }

    /** A gradient is asked for before a backward run. */
    public static RnnException nothingRanBackward() {
        return error("Nothing has been run backward yet", "call backward(...) first");
    }

    /** The gradient of an input that is indices, or that was not asked for. */
    public static RnnException noInputGradient() {
        return error(
                "The gradient of the input was not asked for",
                "compile with Options whose inputGradient is true; indices have no gradient");
    }

    private static RnnException error(String headline, String fix) {
        return new RnnException(ErrorMessage.of(headline).fix(fix).toString());
    }
}
