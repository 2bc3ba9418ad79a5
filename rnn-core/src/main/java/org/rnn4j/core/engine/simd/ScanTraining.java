package org.rnn4j.core.engine.simd;

import java.util.Map;
import java.util.Optional;
import org.rnn4j.core.engine.Execution.Mode;

/** How a scan runs forward and backward in training: what it keeps between the two, and where. */
interface ScanTraining {
    /** Places what outlives the stage. */
    void placeLasting(RowLayout layout, Map<String, Positions> positions, Arena arena);

    /** True if values could stay where they are for a batch of other lengths. */
    boolean canTurn();

    /** Turns to another layout for whose rows there is room where everything stands. */
    void turnTo(RowLayout layout);

    /** Places what only the forward run needs. */
    void placeForward(Arena arena);

    /** Places what only the backward run needs. */
    void placeBackward(Arena arena);

    /** Points the values of the forward run to their places. */
    void resolve();

    /** Binds what the forward run reads of earlier stages. */
    void bind();

    /** Points the values of the backward run to their places, once those of later stages have theirs. */
    void resolveBackward();

    /** Where the output stands. */
    View output();

    /** The gradient of an input, to stay where the backward run makes it; none if it has to be copied. */
    Optional<View> keepGradient(int input);

    /** Runs forward; the states are set. */
    void runForward(Mode mode);

    /** Runs backward, adds the gradients of parameters and hands on those of inputs; those of final states are set. */
    void runBackward(Mode mode);
}
