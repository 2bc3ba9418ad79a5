/**
 * Measures of what was said against what should have been: plain Java on symbols, texts and tags, without networks.
 *
 * <p>{@link org.rnn4j.core.metric.Bleu} and {@link org.rnn4j.core.metric.ErrorRate} compare texts,
 * {@link org.rnn4j.core.metric.EntityScores} compares tags, {@link org.rnn4j.core.metric.ConfusionMatrix} classes. The
 * metrics of {@code train} use them.
 */
@NullMarked
package org.rnn4j.core.metric;

import org.jspecify.annotations.NullMarked;
