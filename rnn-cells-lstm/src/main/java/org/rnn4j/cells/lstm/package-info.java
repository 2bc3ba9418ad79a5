/**
 * The LSTM family: each cell is its equations, written against {@code rnn-api} alone.
 */
@NullMarked
package org.rnn4j.cells.lstm;

import org.jspecify.annotations.NullMarked;
