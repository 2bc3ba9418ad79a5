/**
 * What the author of a cell, layer, loss or optimizer needs, and nothing else.
 *
 * <p>Start with {@link org.rnn4j.api.Cell}. Equations are written in {@link org.rnn4j.api.expr}; the core traces them,
 * derives the gradients, plans the work and runs it. A {@link org.rnn4j.api.Provider} makes a component known to
 * configurations.
 */
@NullMarked
package org.rnn4j.api;

import org.jspecify.annotations.NullMarked;
