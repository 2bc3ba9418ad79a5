/**
 * A training run from a configuration, in a folder of its own: what {@code rnn train} does.
 *
 * <p>Start with {@link org.rnn4j.core.run.TrainingJob}. It reads the data, builds the network and trains it; on the way it
 * reports progress, makes texts, and fills a {@link org.rnn4j.core.run.RunFolder}: configuration, model, checkpoints,
 * metrics, report.
 *
 * <p>Everything else of the core comes before it; after it only the command line.
 */
@NullMarked
package org.rnn4j.core.run;

import org.jspecify.annotations.NullMarked;
