/**
 * The reference engine: the meaning of the language, in float64 on matrices of Commons Math.
 *
 * <p>Start with {@link org.rnn4j.core.engine.reference.OperationTable}, which says what every operation computes, then
 * {@link org.rnn4j.core.engine.reference.Interpreter}, which does so for all nodes of a graph. {@code Forward} and
 * {@code Backward} follow the stages of a network. Only the examples that are active at a time step are computed, so
 * padding enters nothing. Nothing is fused, reused or reordered: that is the other engine's work.
 */
@NullMarked
package org.rnn4j.core.engine.reference;

import org.jspecify.annotations.NullMarked;
