/**
 * Clipping: keeps gradients from exploding.
 *
 * <p>Start with {@link org.rnn4j.core.component.clip.Clip}, which says what to do; whoever holds the gradients computes the
 * norms and scales, in whatever form they are stored.
 */
@NullMarked
package org.rnn4j.core.component.clip;

import org.jspecify.annotations.NullMarked;
