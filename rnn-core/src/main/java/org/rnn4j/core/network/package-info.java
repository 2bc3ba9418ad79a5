/**
 * A network as its user holds it: layers put together, weights drawn, ready to predict.
 *
 * <p>Start with {@link org.rnn4j.core.network.Network}. A {@link org.rnn4j.core.network.Session} runs a network step by step,
 * and a {@link org.rnn4j.core.network.GradientCheck} compares its gradients with finite differences. Before this package
 * comes {@code engine}, which computes; after it {@code train} and {@code decode}.
 */
@NullMarked
package org.rnn4j.core.network;

import org.jspecify.annotations.NullMarked;
