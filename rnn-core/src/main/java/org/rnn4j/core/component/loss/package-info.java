/**
 * Losses: the equations of one step of one example, or value and gradient of a whole sequence.
 *
 * <p>Start with {@link org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss}; of whole sequences with
 * {@link org.rnn4j.core.component.loss.CrfLoss}. The core masks steps, weights them, and averages or sums.
 */
@NullMarked
package org.rnn4j.core.component.loss;

import org.jspecify.annotations.NullMarked;
