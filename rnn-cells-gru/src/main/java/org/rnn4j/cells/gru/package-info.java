/**
 * The GRU family: each cell is its equations, written against {@code rnn-api} alone.
 */
@NullMarked
package org.rnn4j.cells.gru;

import org.jspecify.annotations.NullMarked;
