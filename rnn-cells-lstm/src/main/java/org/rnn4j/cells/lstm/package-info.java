/**
 * The LSTM family: each cell is its equations, written against {@code rnn-api} alone.
 *
 * <p>Start with {@link org.rnn4j.cells.lstm.LstmCell}; {@link org.rnn4j.cells.lstm.PeepholeLstmCell} lets the gates see the
 * memory. What surrounds a cell, time, batches and gradients, is the core's.
 */
@NullMarked
package org.rnn4j.cells.lstm;

import org.jspecify.annotations.NullMarked;
