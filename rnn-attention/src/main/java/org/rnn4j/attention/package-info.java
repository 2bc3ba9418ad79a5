/**
 * Attention as a wrapper over any cell: at every step of a decoder, a weighted mean of what an encoder left at each of its
 * steps.
 *
 * <p>Start with {@link org.rnn4j.attention.AttentionCell}; {@link org.rnn4j.attention.Score} says how well a position answers a
 * query. Written against rnn-api only, as anybody's attention: the words are {@code Step.memory}, {@code segmentSoftmax} and
 * {@code segmentSum}.
 */
@NullMarked
package org.rnn4j.attention;

import org.jspecify.annotations.NullMarked;
