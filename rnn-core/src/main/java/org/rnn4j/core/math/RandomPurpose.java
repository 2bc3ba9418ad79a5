package org.rnn4j.core.math;

/** What random numbers are drawn for; numbers of different purposes are independent. */
public enum RandomPurpose {
    /** First values of parameters. */
    INITIALIZE(1),
    /** Masks of dropout. */
    DROPOUT(2),
    /** Order of the examples in an epoch. */
    SHUFFLE(3),
    /** Choice of the next token. */
    SAMPLE(4),
    /** Division of the data into training, validation and test. */
    SPLIT(5),
    /** Noise added to values or gradients. */
    NOISE(6),
    /** Data that is made. */
    GENERATE(7);

    // Written down, not ordinal(): a new purpose must not change the numbers of the others.
    private final int code;

    RandomPurpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
