/**
 * Random numbers that depend on nothing but their key, and the little mathematics around them.
 *
 * <p>Start with {@link org.rnn4j.core.math.RandomKey}, which says what a number is for, and
 * {@link org.rnn4j.core.math.CounterRandom}, which gives it: the same key gives the same numbers in any order and on any
 * thread. {@link org.rnn4j.core.math.Orthogonal} fills weights, {@link org.rnn4j.core.math.Categorical} chooses the next
 * token, {@link org.rnn4j.core.math.Shuffle} orders examples.
 *
 * <p>What Apache Commons Math has is taken from there. Nothing here knows networks or data: every other package may
 * call it, and it calls none of them.
 */
@NullMarked
package org.rnn4j.core.math;

import org.jspecify.annotations.NullMarked;
