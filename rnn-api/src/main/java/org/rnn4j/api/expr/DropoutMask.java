package org.rnn4j.api.expr;

/**
 * What a {@link Operation#DROPOUT_MASK} draws.
 *
 * @param rate probability of 0, in [0, 1)
 * @param perSequence true if one mask serves all time steps of an example
 * @param ordinal number of the mask in its cell: different numbers, different draws
 */
public record DropoutMask(double rate, boolean perSequence, int ordinal) {}
