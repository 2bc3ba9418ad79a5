/**
 * The SIMD kernels, on {@code jdk.incubator.vector}: the only code that imports it.
 *
 * <p>Start with {@link org.rnn4j.core.kernel.vector.VectorKernels}, which {@code KernelLookup} loads by name. Products and
 * weight gradients are cut into tiles of registers; the tile kernels and the elementwise loops are written by a small
 * program among the tests, which compare what it writes with what is here.
 *
 * <p>What the compiler wants: flat methods that call the Vector API only, one loop over accumulators and not one in
 * another, and kernels called through handles, see {@code OutOfLine}, which it does not inline into each other.
 */
package org.rnn4j.core.kernel.vector;
