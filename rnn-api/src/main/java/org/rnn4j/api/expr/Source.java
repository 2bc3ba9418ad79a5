package org.rnn4j.api.expr;

/**
 * Where a {@link Operation#SOURCE} node gets its value from.
 *
 * @param kind what it is
 * @param name the input's, state's or value's name
 * @param index number of the input; 0 for all other kinds
 * @param oneHot true if the value is one-hot: an index, never materialised where a gather or pick serves
 * @param axis empty for one vector an example; else what its positions belong to, see {@link Node#axis}
 */
public record Source(Kind kind, String name, int index, boolean oneHot, String axis) {
    /** A source of one vector an example. */
    public Source(Kind kind, String name, int index, boolean oneHot) {
        this(kind, name, index, oneHot, "");
    }

    /** The kinds of values that come from outside. */
    public enum Kind {
        /** An input of this time step. */
        INPUT,
        /** An extra per-step input of the whole network. */
        SIDE,
        /** A sequence that is seen as a whole at every step. */
        MEMORY,
        /** A state as the time step before left it. */
        PREVIOUS,
        /** A value that the forward pass computed, as seen by the backward pass. */
        SAVED,
        /** The gradient of an output, as seen by the backward pass. */
        COTANGENT,
        /** A quantity that is the same for all elements and rows, such as the learning rate. */
        UNIFORM
    }
}
