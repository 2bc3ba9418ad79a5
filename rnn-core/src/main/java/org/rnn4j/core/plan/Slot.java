package org.rnn4j.core.plan;

/**
 * A piece of storage.
 *
 * @param index its number in the plan
 * @param rows how many rows it has
 * @param panels how many panels of 16 columns
 * @param axis empty, or whose positions there is a row for, instead of one for every example
 * @param owner whose storage it is
 */
public record Slot(int index, Rows rows, int panels, String axis, Owner owner) {
    /** How many rows a slot has, and which row belongs to an example at a time step. */
    public enum Rows {
        /** One for every active example of every time step. */
        SEQUENCE,
        /** One for every example; used again at every time step. */
        STEP,
        /** One. */
        ONE
    }

    /** Whose storage a slot is; what is not a plan's own, it reads, and may use again when it has read it for the last time. */
    public sealed interface Owner {}

    /** The plan's own. */
    public record Own() implements Owner {}

    /** A slot of the forward plan, by its number. */
    public record Forward(int slot) implements Owner {}

    /** Where the gradient of the output stands. */
    public record OutputGradient() implements Owner {}

    /** Storage of the plan's own. */
    static final Owner OWN = new Own();

    /** True if the plan's run has to place it. */
    public boolean isOwn() {
        return owner instanceof Own;
    }
}
