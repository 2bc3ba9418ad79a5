/**
 * Bidirectional and deep wrappers over any layer or cell, written against {@code rnn-api} alone.
 *
 * <p>Start with {@link org.rnn4j.bidirectional.BidirectionalLayer}, three lines in the words of
 * {@link org.rnn4j.api.Flow}; {@link org.rnn4j.bidirectional.DeepLayer} is a loop. Both nest: a deep layer of bidirectional
 * ones, or the other way round.
 */
@NullMarked
package org.rnn4j.bidirectional;

import org.jspecify.annotations.NullMarked;
