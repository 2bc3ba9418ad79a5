/**
 * Losses: the equations of one step of one example.
 *
 * <p>Start with {@link org.rnn4j.core.component.loss.SoftmaxCrossEntropyLoss}. The core masks steps, weights them, and
 * averages or sums.
 */
@NullMarked
package org.rnn4j.core.component.loss;

import org.jspecify.annotations.NullMarked;
