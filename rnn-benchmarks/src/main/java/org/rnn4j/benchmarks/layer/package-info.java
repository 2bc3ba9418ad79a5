/**
 * JMH benchmarks of whole layers, forward and backward: the rows of {@code rnn bench} in processes of their own.
 */
@NullMarked
package org.rnn4j.benchmarks.layer;

import org.jspecify.annotations.NullMarked;
