/**
 * From files to batches: texts become symbols, symbols become numbers, sequences become batches.
 *
 * <p>Start with {@link org.rnn4j.core.data.DataSource}, which a configuration's {@code "data"} describes and a
 * {@link org.rnn4j.core.data.DatasetProvider} makes. It reads a {@link org.rnn4j.core.data.Dataset}: parts for training,
 * validation and test, and the {@link org.rnn4j.core.data.Encoding} that a trained model must remember, above all the
 * {@link org.rnn4j.core.data.Vocabulary}. Each {@link org.rnn4j.core.data.DataPart} is fed in epochs of
 * {@link org.rnn4j.core.data.Segment}s, whose order depends on nothing but the seed and the number of the epoch.
 *
 * <p>Before it comes the configuration; after it the network reads the batches, in training or prediction.
 */
@NullMarked
package org.rnn4j.core.data;

import org.jspecify.annotations.NullMarked;
