package org.rnn4j.core.engine.simd;

import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;

/** The loss of a network's output, and its gradient; what it needs of the arena is placed with the network's values. */
interface LossWork {
    /** Places what lasts as long as the batch. */
    void placeLasting(Arena arena, Mode mode);

    /** Turns to another layout for whose rows there is room where everything stands. */
    void turnTo(RowLayout next);

    /** Places what only the loss needs. */
    void placeForward(Arena arena);

    /** Places what only the gradient needs. */
    void placeBackward(Arena arena);

    /** Finds the places, once the arena has its array. */
    void resolve(Mode mode);

    /** Binds what comes from outside, once everything has its place. */
    void bind(Mode mode);

    /** Computes the loss. */
    LossSum run(Batch batch);

    /** Where the gradient of the output stands after a backward run. */
    View gradient();

    /** Gives the network the gradient of the last loss's sum. */
    void runBackward();
}
