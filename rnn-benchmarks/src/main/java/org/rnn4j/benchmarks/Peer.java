package org.rnn4j.benchmarks;

import java.util.Optional;
import org.rnn4j.cli.bench.BenchRow;

/** Another library. */
public interface Peer {
    /** Its name in the lines of JSON. */
    String engine();

    /**
     * Prepares a run.
     *
     * @param cell {@code lstm}, {@code gru} or {@code elman}
     * @param mode {@code train}, {@code infer} or {@code stream}
     * @return what does it once; empty if the library cannot
     */
    Optional<Runnable> prepare(String cell, String mode, BenchRow row, int threads);
}
