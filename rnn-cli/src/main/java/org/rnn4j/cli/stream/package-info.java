/**
 * A model on lines as they arrive: what the {@code stream} command does.
 *
 * <p>Start with {@link org.rnn4j.cli.stream.LineStream}: it takes a line and gives lines back.
 * {@link org.rnn4j.cli.stream.LineReader} turns a line into steps, {@link org.rnn4j.cli.stream.Predictions} turns outputs into
 * text. Before this package come a model and its session; after it the command, which reads, prints and keeps the state.
 */
@NullMarked
package org.rnn4j.cli.stream;

import org.jspecify.annotations.NullMarked;
