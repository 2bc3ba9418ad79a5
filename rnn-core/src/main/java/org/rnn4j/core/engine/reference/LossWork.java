package org.rnn4j.core.engine.reference;

import org.rnn4j.core.engine.Execution.LossSum;

/** The loss of one run's output, and its gradient. */
interface LossWork {
    /** The sums over all that counts. */
    LossSum sum();

    /** The gradient of the summed loss with respect to the output; adds that of the loss's own parameters. */
    Numbers gradient(ReferenceWeights gradients);
}
