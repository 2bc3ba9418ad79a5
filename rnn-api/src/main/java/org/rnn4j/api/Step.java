package org.rnn4j.api;

import org.rnn4j.api.expr.Matrix;
import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/**
 * One time step, as the author of a {@link Cell} sees it.
 *
 * <p>Names are unique within a cell: a state, a matrix or a vector declared twice is a {@link CellDefinitionException}.
 */
public interface Step {
    /** The input x of this time step; the first one if the cell has several. */
    default Node input() {
        return input(0);
    }

    /**
     * One of several inputs.
     *
     * @param index from 0, below {@link #inputs()}
     */
    Node input(int index);

    /** How many inputs this step has. */
    int inputs();

    /**
     * An extra per-step input of the whole network, such as a time gap, which reaches every layer.
     *
     * @param name as in the data
     * @param size its number of elements
     */
    Node side(String name, int size);

    /**
     * A sequence that the cell sees as a whole at every step, such as what an encoder made of a sentence: a value at every
     * position of the example's memory, as many as it is long.
     *
     * <p>Equations work on every position alike; {@code segmentSum} and {@code segmentSoftmax} of
     * {@link org.rnn4j.api.expr.Operations} put positions together, and a vector that meets a memory is spread over its
     * positions. Dot-product attention with a query q of the memory's size is
     * <pre>
     * Node m = t.memory("memory");
     * Node alpha = segmentSoftmax(dot(m, q)).named("alpha");
     * Node context = segmentSum(alpha.times(m));
     * </pre>
     *
     * @param name as given in {@link Flow#withMemory}
     */
    Node memory(String name);

    /**
     * Declares a state and gives its value before this step.
     *
     * @param name any name; every state needs a {@link #next(String, Node)}
     * @param size its number of elements; need not be that of the output
     */
    Node previous(String name, int size);

    /**
     * Declares a state that has a value at every position of a memory, and gives it as it is before this step.
     *
     * <p>An example's state has as many positions as its memory is long, in the same order. It begins as {@link #initialState}
     * says, the same at every position, whatever the flow around the cell says, and is not handed to other cells. How much of
     * a memory was looked at so far is
     * <pre>
     * Node seen = t.previous("seen", 1, t.memory("memory"));
     * t.next("seen", seen.plus(alpha));
     * </pre>
     *
     * @param name any name; every state needs a {@link #next(String, Node)}
     * @param size the number of elements at every position
     * @param like a value of the memory
     */
    Node previous(String name, int size, Node like);

    /**
     * Sets a state's value after this step; once for each state. Where the state has a value at every position of a memory, a
     * vector is spread over them.
     */
    void next(String name, Node value);

    /** A state's value after this step, once it has been set. */
    Node next(String name);

    /** Sets the output of this step; once. Its size need not be that of a state. */
    void output(Node value);

    /**
     * A trained matrix [rows, columns].
     *
     * <p>Its role is RECURRENT if it multiplies something that depends on a state, else INPUT; drawn Glorot uniform, or
     * orthogonal where recurrent.
     */
    Matrix matrix(String name, int rows, int columns);

    /** A trained matrix [rows, columns] of a given role. */
    Matrix matrix(String name, Parameter.Role role, int rows, int columns);

    /**
     * The trained matrix of a layer below, by its full name, such as {@code layers.0.E}: both layers train it.
     *
     * <p>It has the shape that it was declared with; {@link Matrix#transpose} turns it.
     */
    Matrix shared(String fullName);

    /** A trained vector that is added, at first 0. */
    default Node vector(String name, int size) {
        return vector(name, Parameter.Role.BIAS, size);
    }

    /** A trained vector; biases and peepholes are at first 0, gains 1. */
    Node vector(String name, Parameter.Role role, int size);

    /**
     * W_{ag} a + W_{bg} b + … + b_g: one matrix for each operand and a bias.
     *
     * <p>The matrices are called {@code W_<operand><name>} after the operands' names: {@code affine("i", n, x, h)} has
     * {@code W_xi}, {@code W_hi} and {@code b_i}. Every operand needs a name: inputs are {@code x}, states have theirs,
     * others get one by {@link Node#named}.
     */
    Node affine(String name, int size, Node... operands);

    /** As {@link #affine}, without the bias. */
    Node linear(String name, int size, Node... operands);

    /** Sets how a matrix is first drawn. */
    void initialize(Matrix parameter, Initializer initializer);

    /** Sets how a vector made by {@link #vector} is first drawn. */
    void initialize(Node vector, Initializer initializer);

    /** Sets how the parameter of a name, such as {@code b_f} of {@link #affine}, is first drawn. */
    void initialize(String parameterName, Initializer initializer);

    /** Sets the value a state has before the first step; zeros if nothing is said. */
    void initialState(String name, InitialState value);

    /** Says that a state is the cell's own affair: it begins as the cell says, whatever the flow around it says. */
    void internal(String name);

    /**
     * Drops each element with a probability while training and scales what is left by 1 / (1 - rate). Not for values at the
     * positions of a memory: drop the sequence before it becomes one.
     *
     * @param rate in [0, 1)
     * @param perSequence true: one mask for all time steps of an example; false: a new one for every step
     */
    Node dropout(Node value, double rate, boolean perSequence);

    /** As {@link #dropout(Node, double, boolean)}, with a new mask for every step. */
    default Node dropout(Node value, double rate) {
        return dropout(value, rate, false);
    }

    /** Gives a value a name, by which it can be looked at: the same as {@link Node#named}. */
    default Node name(Node value, String name) {
        return value.named(name);
    }
}
