/**
 * What must hold for every cell and layer together, built in or one's own: both engines give the same numbers, and neither
 * padding, nor the rest of a batch, nor the number of threads changes them.
 *
 * <p>Start with {@link org.rnn4j.examples.engines.Model}, a network to try, and {@link org.rnn4j.examples.engines.Results},
 * all numbers of one run of it.
 */
@NullMarked
package org.rnn4j.examples.engines;

import org.jspecify.annotations.NullMarked;
