/**
 * Calls a cell, layer, loss or optimizer once and keeps its equations as immutable graphs.
 *
 * <p>Start with {@link org.rnn4j.core.trace.StepGraph}, the equations of one time step, and
 * {@link org.rnn4j.core.trace.SequenceGraph}, how sequences flow through a network. Before this package come the author's
 * own words (rnn-api); after it {@code grad} derives the backward graph, and {@code plan} orders the work.
 */
@NullMarked
package org.rnn4j.core.trace;

import org.jspecify.annotations.NullMarked;
