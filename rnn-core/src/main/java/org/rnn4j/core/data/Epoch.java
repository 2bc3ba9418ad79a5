package org.rnn4j.core.data;

/**
 * One pass over a part of the data. Any segment can be made at any time, in any order and on any thread, and is always the
 * same.
 */
public interface Epoch {
    /** Number of segments. */
    int size();

    /** A segment; those that {@linkplain Segment#continues continue} want the one before it to be read first. */
    Segment segment(int index);
}
