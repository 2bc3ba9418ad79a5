package org.rnn4j.core.data;

/**
 * One pass over a part of the data. Any segment can be made at any time, in any order and on any thread, and is always the
 * same.
 */
public interface Epoch {
    /** Number of segments. */
    int size();

    /** True if a segment goes on where the one before it ended; answered without making it. */
    boolean continues(int index);

    /** A segment; one that continues another wants that one to be read first. */
    Segment segment(int index);
}
