package org.rnn4j.core.data;

/** How long a target is. */
public enum TargetLength {
    /** One for the whole sequence. */
    ONE,
    /** One for each step of the sequence. */
    STEPS,
    /** A sequence of its own length, such as the letters that are said in a recording. */
    OWN;

    /** True unless it is one for the whole sequence. */
    boolean isSequence() {
        return this != ONE;
    }

    /** In words: {@code at each step}. */
    public String words() {
        return switch (this) {
            case ONE -> "once a sequence";
            case STEPS -> "at each step";
            case OWN -> "a sequence of its own length";
        };
    }
}
