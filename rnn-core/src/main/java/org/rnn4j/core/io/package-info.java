/**
 * Files: tensors in the safetensors format, and writes that happen wholly or not at all.
 *
 * <p>Start with {@link org.rnn4j.core.io.Safetensors}, which reads and writes a
 * {@link org.rnn4j.core.io.TensorFile}; {@link org.rnn4j.core.io.AtomicFiles} writes every file of a run.
 *
 * <p>Before it comes a trained network, after it the disk. A reader trusts nothing in a file: it checks all sizes before it
 * allocates, and loads numbers and texts, never code.
 */
@NullMarked
package org.rnn4j.core.io;

import org.jspecify.annotations.NullMarked;
