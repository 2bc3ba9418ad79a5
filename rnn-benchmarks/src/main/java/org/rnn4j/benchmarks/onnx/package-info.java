/**
 * Models in the format of ONNX, written byte by byte: so no other program is needed to make them.
 *
 * <p>Start with {@link org.rnn4j.benchmarks.onnx.RecurrentModel}. {@code onnxruntime} runs them.
 */
@NullMarked
package org.rnn4j.benchmarks.onnx;

import org.jspecify.annotations.NullMarked;
