/**
 * Derives the backward pass of a step, as another step graph.
 *
 * <p>Start with {@link org.rnn4j.core.grad.Adjoint}; {@link org.rnn4j.core.grad.GradientRules} has one row for every
 * operation. The gradient is written in the same expression language, so both engines share it.
 */
@NullMarked
package org.rnn4j.core.grad;

import org.jspecify.annotations.NullMarked;
