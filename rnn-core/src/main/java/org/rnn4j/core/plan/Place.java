package org.rnn4j.core.plan;

/**
 * Where a value stands: some panels of a slot; or outside, where the run binds it.
 *
 * @param slot the slot's index, or -1 for a value from outside
 * @param panel its first panel within the slot
 */
public record Place(int slot, int panel) {
    /** A value from outside: an input, a state, a parameter, a saved value. */
    public static final Place OUTSIDE = new Place(-1, 0);

    /** True if the run binds it. */
    public boolean isOutside() {
        return slot < 0;
    }
}
