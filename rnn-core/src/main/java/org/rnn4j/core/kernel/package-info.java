/**
 * The arithmetic: products, elementwise functions, reductions and copies over plain {@code float[]} arrays.
 *
 * <p>Start with {@link org.rnn4j.core.kernel.Kernels}, the list of operations, and
 * {@link org.rnn4j.core.kernel.PanelLayout}, the way in which every value is stored.
 * {@link org.rnn4j.core.kernel.KernelLookup} chooses between {@link org.rnn4j.core.kernel.ScalarKernels}, plain Java
 * that runs everywhere, and the SIMD kernels of {@code kernel.vector}, which give the same bits, faster.
 *
 * <p>The package knows neither cells nor plans: the engine calls it with arrays and offsets. Nothing here allocates,
 * checks its arguments or starts a thread.
 */
package org.rnn4j.core.kernel;
