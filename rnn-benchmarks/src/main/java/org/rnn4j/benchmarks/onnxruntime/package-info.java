/**
 * ONNX Runtime on the rows of {@code rnn bench}; compiled in the profile {@code peers} only.
 */
@NullMarked
package org.rnn4j.benchmarks.onnxruntime;

import org.jspecify.annotations.NullMarked;
