/**
 * The engine that runs plans in float32 on SIMD kernels.
 *
 * <p>Start with {@link org.rnn4j.core.engine.simd.SimdEngine}. {@code StepCode} resolves a plan once, {@code StepRun} runs it
 * over the rows of a batch ({@code StepValues} says where values stand, {@code TimeLoop} goes from step to step,
 * {@code FusedWork} does most of the work), {@code NetworkRun} puts the stages of a network together.
 */
@NullMarked
package org.rnn4j.core.engine.simd;

import org.jspecify.annotations.NullMarked;
