package org.rnn4j.core.plan;

/**
 * A piece of storage.
 *
 * @param index its number in the plan
 * @param rows how many rows it has
 * @param panels how many panels of 16 columns
 * @param axis empty, or whose positions there is a row for, instead of one for every example
 */
public record Slot(int index, Rows rows, int panels, String axis) {
    /** How many rows a slot has, and which row belongs to an example at a time step. */
    public enum Rows {
        /** One for every active example of every time step. */
        SEQUENCE,
        /** One for every example; used again at every time step. */
        STEP,
        /** One. */
        ONE
    }
}
