package org.rnn4j.core.network;

import org.rnn4j.core.engine.Batch;
import org.rnn4j.core.engine.Execution.LossSum;
import org.rnn4j.core.engine.Execution.Mode;
import org.rnn4j.core.engine.Tensor;
import org.rnn4j.core.engine.Weights;

/** The end of a network in a training step that does not look at all classes. */
interface OutputHead {
    /**
     * Computes the loss.
     *
     * @param weights of the network
     * @param mode of the step
     * @param h output of all stages below, [T, B, size]
     * @param batch of T steps, with lengths, mask and targets [T, B]
     * @param counted which steps count
     */
    LossSum loss(Weights weights, Mode mode, Tensor h, Batch batch, boolean[] counted);

    /**
     * Runs backward from the last loss: adds the gradient of the large matrix and its bias.
     *
     * @return the gradient of h, as it was given
     */
    double[] backward(Weights gradients);
}
