package org.rnn4j.core.data;

import org.rnn4j.core.engine.Batch;

/**
 * A batch, and whether it goes on where the one before it ended.
 *
 * @param batch with its targets
 * @param continues true if the network begins with the states that it had after the previous segment
 */
public record Segment(Batch batch, boolean continues) {}
