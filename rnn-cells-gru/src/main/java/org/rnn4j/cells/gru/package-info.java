/**
 * The GRU family: each cell is its equations, written against {@code rnn-api} alone.
 *
 * <p>Start with {@link org.rnn4j.cells.gru.GruCell}. {@link org.rnn4j.cells.gru.SimplifiedGruCell} is the one to read first
 * for learning. What surrounds a cell, time, batches and gradients, is the core's.
 */
@NullMarked
package org.rnn4j.cells.gru;

import org.jspecify.annotations.NullMarked;
