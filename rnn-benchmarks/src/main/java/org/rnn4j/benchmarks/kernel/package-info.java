/**
 * JMH benchmarks of kernels: products, weight gradients, functions of single elements.
 *
 * <p>Each is the work of one call as the engine makes it, on operands that are in the cache; layers are measured in
 * {@code layer}.
 */
@NullMarked
package org.rnn4j.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
