/**
 * Other libraries on the rows of {@code rnn bench}, with the same stopwatch and the same lines of JSON.
 *
 * <p>Start with {@link org.rnn4j.benchmarks.Peer}, which one class in each of the packages below implements, and
 * {@link org.rnn4j.benchmarks.PeerCommand}, which runs it. What they print becomes tables in {@code report}.
 */
@NullMarked
package org.rnn4j.benchmarks;

import org.jspecify.annotations.NullMarked;
