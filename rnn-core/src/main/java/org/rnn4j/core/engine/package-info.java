/**
 * Runs a network forward and backward on a batch.
 *
 * <p>Start with {@link org.rnn4j.core.engine.Engine}. There are two: {@code reference} interprets the graphs one operation
 * at a time in float64 and is the meaning of the language; {@code simd} runs a plan in float32. Before this package come
 * {@code trace}, {@code grad} and {@code plan}; after it {@code network}.
 */
@NullMarked
package org.rnn4j.core.engine;

import org.jspecify.annotations.NullMarked;
