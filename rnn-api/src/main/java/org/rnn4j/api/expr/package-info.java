/**
 * The expression language in which cells, layers, losses and optimizers are written.
 *
 * <p>Start with {@link org.rnn4j.api.expr.Node}, a symbolic vector of known size, and the functions of
 * {@link org.rnn4j.api.expr.Operations}. About thirty operations are all there is; a general tensor language is not the
 * aim. The core traces the graph of nodes, derives its gradient, plans the work and runs it.
 */
@NullMarked
package org.rnn4j.api.expr;

import org.jspecify.annotations.NullMarked;
