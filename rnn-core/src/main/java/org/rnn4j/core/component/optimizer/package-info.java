/**
 * Optimizers: the element-wise update of one parameter, with PyTorch's meaning of every option.
 *
 * <p>Start with {@link org.rnn4j.core.component.optimizer.Sgd}, then {@link org.rnn4j.core.component.optimizer.Adam}. All
 * scalars, such as bias corrections, depend on the step number and the learning rate only, so that they are computed once
 * for each update, in float64; what is done for each element is kept small. Learning rates come from
 * {@link org.rnn4j.core.component.schedule}.
 */
@NullMarked
package org.rnn4j.core.component.optimizer;

import org.jspecify.annotations.NullMarked;
