package org.rnn4j.api;

import org.rnn4j.api.expr.Node;
import org.rnn4j.api.expr.Parameter;

/**
 * The update of one parameter, as the author of an {@link Optimizer} sees it: all its elements as one vector.
 *
 * <p>Equations are element-wise; size-1 values count for every element.
 */
public interface Update {
    /** The parameter p before the update. */
    Node parameter();

    /** The gradient g, after clipping. */
    Node gradient();

    /** A state with an element for each of the parameter's, 0 before the first update. */
    default Node state(String name) {
        return state(name, 0);
    }

    /** A state with an element for each of the parameter's. */
    Node state(String name, double initial);

    /** A state of size 1, such as a product of momenta. */
    Node scalarState(String name, double initial);

    /** The number t of this update, from 1; size 1. */
    Node stepNumber();

    /** The learning rate η that the schedule gives for this update; size 1. */
    Node learningRate();

    /** What the equations use this parameter for, for optimizers that treat biases in their own way. */
    Parameter.Role role();

    /** Sets a state for the next update; once for each state. */
    void next(String name, Node value);

    /** Sets the parameter after the update; once. */
    void nextParameter(Node value);
}
