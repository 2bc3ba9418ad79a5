package org.rnn4j.api;

/** Which of a recurrent layer's outputs it gives on. */
public enum Returns {
    /** The output of every step [T, B, size]. */
    ALL,
    /** The output of each example's last step [B, size]. */
    LAST;

    /** The option of this name, all outputs unless said otherwise. */
    public static final Option<Returns> OPTION = Option.choice(
                    "returns", "the outputs of all steps, or of the last only", Returns.class)
            .orElse(ALL);

    /** What is given on of some outputs; a vector is as it is. */
    public Sequence of(Flow flow, Sequence outputs) {
        return this == LAST && outputs.hasTime() ? flow.last(outputs) : outputs;
    }

    /** The name in a configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
