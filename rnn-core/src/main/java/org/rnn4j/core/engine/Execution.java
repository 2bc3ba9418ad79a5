package org.rnn4j.core.engine;

/**
 * One thread's run of a network: forward, then loss, then backward; buffers are used again from batch to batch.
 *
 * <p>Not thread-safe. What a method returns is a copy that stays as it is.
 */
public interface Execution {
    /**
     * Runs the network forward.
     *
     * @param batch what to read
     * @param initial states to begin with
     * @param mode whether dropout is active, and whether a backward run will follow
     * @return this
     */
    Execution forward(Batch batch, States initial, Mode mode);

    /**
     * Runs one time step of every example without dropout, for data that arrives step by step; nothing is checked, and
     * once warm nothing is allocated.
     *
     * @param batch of one time step; its arrays may hold other numbers at each call
     * @param states every state of the network, of the engine's kind of numbers; the arrays are read, and then hold the
     *     states after the step. Of a network with sources, what was made of them, and the states of the cells that run after
     *     that; then something is allocated
     * @param output takes [1, B, size]
     */
    void step(Batch batch, States states, Tensor output);

    /** The network's output: [T, B, size], zeros past each length; or [B, size]. */
    Tensor output();

    /** The states after each example's last step, with what was made of the sources if the run began with it. */
    States finalStates();

    /** What the run has made of the sources: with it, other runs need not read them again. */
    Prepared prepared();

    /** The values that authors named in the cells, [T, B, size] each, of one value such as {@code layers.0.cell.i}. */
    Tensor value(String name);

    /** The loss of the output against the batch's target; needs a compiled loss. */
    LossSum loss();

    /**
     * Runs backward from the last {@link #loss}: adds the gradient of its sum to {@link #gradients}.
     *
     * <p>A further backward run after the same forward run gives the same, as long as weights, batch and initial states are as
     * they were; it may have to run forward once more.
     */
    void backward();

    /**
     * Runs backward from given gradients.
     *
     * @param output gradient of the output, of its shape; past lengths it is not looked at
     * @param finalStates gradients of final states
     */
    void backward(Tensor output, States finalStates);

    /** The gradient of the input after a backward run: [T, B, size], zeros past each length. */
    Tensor inputGradient();

    /** The gradients of all states that the forward run began with, whether they were passed or are as the cells say. */
    States initialGradients();

    /** The sums of gradients of all backward runs since they were last cleared. */
    Weights gradients();

    /**
     * A loss over a batch.
     *
     * @param loss Σ loss
     * @param weight Σ weight; the mean is loss / weight
     * @param steps number of steps that count
     */
    record LossSum(double loss, double weight, long steps) {
        /** Nothing yet. */
        public static final LossSum NONE = new LossSum(0, 0, 0);

        /** Both together. */
        public LossSum plus(LossSum other) {
            return new LossSum(loss + other.loss, weight + other.weight, steps + other.steps);
        }

        /** loss / weight, 0 if nothing counts. */
        public double mean() {
            return weight == 0 ? 0 : loss / weight;
        }
    }

    /**
     * How a forward run is meant.
     *
     * @param dropout true if dropout is active
     * @param backward true if a backward run will follow
     * @param seed of the random masks
     * @param step number of the training step: other steps, other masks
     */
    record Mode(boolean dropout, boolean backward, long seed, long step) {
        /** Inference. */
        public static final Mode INFERENCE = new Mode(false, false, 0, 0);
        /** Gradients without dropout. */
        public static final Mode GRADIENT = new Mode(false, true, 0, 0);

        /** A training step. */
        public static Mode training(long seed, long step) {
            return new Mode(true, true, seed, step);
        }
    }
}
