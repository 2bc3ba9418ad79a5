/**
 * How fast cells run: what the {@code bench} command measures.
 *
 * <p>Start with {@link org.rnn4j.cli.bench.Benchmarks}: the modes by name. A {@link org.rnn4j.cli.bench.Benchmark} takes a
 * {@link org.rnn4j.cli.bench.BenchRow}, which says the sizes, and gives {@link org.rnn4j.cli.bench.Measurement}s, whose JSON
 * lines have the keys that other frameworks' scripts print as well. Before this package comes the engine, which is measured
 * through its public methods only; after it the command, which prints.
 */
@NullMarked
package org.rnn4j.cli.bench;

import org.jspecify.annotations.NullMarked;
