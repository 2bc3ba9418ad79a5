/**
 * Trains a network: epochs of batches, updates, validation, and when to stop.
 *
 * <p>Start with {@link org.rnn4j.core.train.Trainer}. An {@link org.rnn4j.core.train.UpdateRule} says how weights change, a
 * {@link org.rnn4j.core.train.Validation} how training is judged by {@link org.rnn4j.core.train.Metric}s. A
 * {@link org.rnn4j.core.train.TrainingListener} hears of all that happens, and gets the
 * {@link org.rnn4j.core.train.TrainingState} from which training goes on bit for bit.
 * {@link org.rnn4j.core.train.Experiment} makes all of it from a configuration.
 *
 * <p>Before it come {@code network} and {@code data}; after it {@code io}, which keeps what was learnt.
 */
@NullMarked
package org.rnn4j.core.train;

import org.jspecify.annotations.NullMarked;
