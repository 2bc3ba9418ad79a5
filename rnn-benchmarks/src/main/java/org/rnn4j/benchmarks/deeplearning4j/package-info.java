/**
 * Deeplearning4j on the rows of {@code rnn bench}; compiled in the profile {@code peers} only.
 */
@NullMarked
package org.rnn4j.benchmarks.deeplearning4j;

import org.jspecify.annotations.NullMarked;
