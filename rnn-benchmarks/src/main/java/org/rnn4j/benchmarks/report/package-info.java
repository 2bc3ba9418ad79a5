/**
 * Tables for docs/benchmarks.md from lines of JSON.
 *
 * <p>Start with {@link org.rnn4j.benchmarks.report.Report}.
 */
@NullMarked
package org.rnn4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
