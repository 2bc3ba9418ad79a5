package org.rnn4j.core.model;

import java.util.Locale;

/**
 * With what the states of a decoder begin.
 *
 * <p>Except for copies and zeros, every state s of every cell of the decoder has a map of its own:
 * <pre>
 * s_0 = activation(W_xy v + b_y)
 * </pre>
 */
public enum Bridge {
    /** The encoder's final states as they are: states of the same names and sizes, level by level. */
    COPY,
    /** v is all final states of the encoder's last level, of both directions if it has two. */
    DENSE,
    /** v is the encoder's output at its last step. */
    LAST,
    /** v is the mean of the encoder's outputs. */
    MEAN,
    /** As the cells say, zeros unless they say otherwise: for decoders that look at the source by attention. */
    NONE;

    /** The name in a configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
